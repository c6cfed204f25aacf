// The explorer.  What each year and filter means was asked of the library
// when the page was built (tools/site/explorer.py); this script compares ids,
// shows what is left and keeps the state in the address.
"use strict";

const SETS = ["country", "cohort", "area", "status"];
const find = (id) => document.getElementById(id);
const form = find("filters");
let data, names, rows;
let state = {};
let shown = { cities: [], projects: [], partnerships: [] };
let total = {};

// ---- names, folded as ascn_data.naming.folding does --------------------

const STROKES = { đ: "d", ð: "d", ø: "o", ł: "l", ħ: "h", ŧ: "t", ı: "i", æ: "ae", œ: "oe" };

function fold(text) {
  text = text.normalize("NFKC").toLowerCase().replace(/ß/g, "ss")
    .replace(/ς/g, "σ").normalize("NFKC").trim();
  if (text.startsWith("the ")) text = text.slice(4);
  text = text.replace(/&/g, "and").replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  let latin = false;
  let kept = "";
  for (const char of text.normalize("NFD")) {
    if (/\p{Mn}/u.test(char)) {
      if (!latin) kept += char;
      continue;
    }
    latin = /\p{Script=Latin}/u.test(char);
    kept += char;
  }
  return kept.normalize("NFC").replace(/[đðøłħŧıæœ]/g, (c) => STROKES[c]);
}

// ---- the filters ---------------------------------------------------------

function filtered({ country, cohort, area, status, theme, partner, kind, year }) {
  const any = (wanted, values) =>
    !wanted.length || values.some((value) => wanted.includes(value));
  const own = partner &&
    new Set(data.partners.find(([id]) => id === partner)?.[3]);
  const cohorts = Object.fromEntries(data.cities.map((c) => [c.id, c.cohort]));
  const inCohort = (record) =>
    !cohort.length || any(cohort, record.cities.map((id) => cohorts[id]));
  const key = year ? String(year) : "";
  return {
    cities: data.cities.filter((c) =>
      any(country, [c.country]) && any(cohort, [c.cohort]) &&
      (!year || c.years.includes(year))),
    projects: data.projects.filter((p) => {
      const view = p.views[key];
      return view && any(country, [p.country]) && inCohort(p) &&
        any(status, [view[0]]) && any(area, view[1]) &&
        (!theme || view[2] === theme) &&
        (!own || own.has(p.id));
    }),
    partnerships: data.partnerships.filter((p) =>
      any(country, p.countries) && inCohort(p) && any(area, p.areas) &&
      (!kind || p.kind === kind) && (!own || own.has(p.id)) &&
      (!year || p.years.includes(year))),
  };
}

// ---- the address -----------------------------------------------------------

function stateOfAddress() {
  const asked = new URLSearchParams(location.search);
  const read = { q: asked.get("q") ?? "", partner: asked.get("partner") ?? "",
    kind: asked.get("kind") ?? "", theme: asked.get("theme") ?? "", year: Number(asked.get("year")) || 0,
    focus: asked.get("focus") ?? "", view: asked.get("view") ?? "near" };
  for (const name of SETS) read[name] = asked.getAll(name);
  return read;
}

function address() {
  const told = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (name === "view" && value === "near") continue;
    for (const each of [value].flat()) if (each) told.append(name, each);
  }
  const text = told.toString();
  return location.pathname + (text ? `?${text}` : "");
}

function stateOfForm() {
  const given = new FormData(form);
  const year = Number(given.get("year"));
  const read = { ...state, q: given.get("q").trim(),
    partner: given.get("partner"), kind: given.get("kind"),
    theme: given.get("theme"),
    year: year > 2017 ? year : 0 };
  for (const name of SETS) read[name] = given.getAll(name);
  return read;
}

function fillForm() {
  form.q.value = state.q;
  form.partner.value = state.partner;
  form.kind.value = state.kind;
  form.theme.value = state.theme;
  form.year.value = state.year || 2017;
  for (const box of form.querySelectorAll("[type=checkbox]")) {
    box.checked = state[box.name].includes(box.value);
  }
}

// ---- showing ---------------------------------------------------------------

const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;
const escape = (text) => text.replace(/[&<>"]/g,
  (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const link = (table, id, name) =>
  `<a href="../${table}/${encodeURIComponent(id)}.html">${escape(name)}</a>`;
const word = (list, id) => list.find(([each]) => each === id)?.[1] ?? id;

function show() {
  shown = filtered(state);
  const year = state.year ? String(state.year) : "any year";
  find("shown-year").textContent = year;
  form.year.setAttribute("aria-valuetext", year);
  find("counts").textContent = [
    [shown.cities, data.cities, "cities"],
    [shown.projects, data.projects, "projects"],
    [shown.partnerships, data.partnerships, "partnerships"],
  ].map(([some, all, what]) => some.length === all.length
    ? `${all.length} ${what}` : `${some.length} of ${all.length} ${what}`)
    .join(" · ");
  const per = {};
  for (const name of ["projects", "partnerships"]) {
    for (const record of shown[name]) {
      for (const id of [...record.cities, ...record.places]) {
        per[id] ??= { projects: 0, partnerships: 0 };
        per[id][name] += 1;
      }
    }
  }
  const narrowed = state.partner || state.kind || state.theme || state.area.length || state.status.length;
  showCities(per, narrowed);
  for (const name of ["projects", "partnerships"]) {
    const ids = new Set(shown[name].map((record) => record.id));
    for (const item of find(name).children) {
      item.hidden = !ids.has(item.dataset.id);
      if (name === "projects" && !item.hidden) {
        const project = total.projects.get(item.dataset.id);
        item.lastElementChild.textContent = word(data.statuses,
          project.views[state.year ? String(state.year) : ""][0]);
      }
      if (name === "partnerships") {
        const tie = total.partnerships.get(item.dataset.id);
        const doubt = tie.maybe.includes(state.year) ? " · possible" : "";
        item.lastElementChild.textContent = word(data.kinds, tie.kind) +
          (tie.start ? `, from ${tie.start}` : "") + doubt;
      }
    }
  }
  showFocus();
  showFound();
  find("taken").textContent = filters().length
    ? `What is shown is filtered (${filters().join("; ")}): a download says so.`
    : "Nothing is filtered: what is shown is all cities, projects and partnerships.";
  for (const button of find("views").children) {
    button.setAttribute("aria-pressed", button.dataset.view === state.view);
  }
  find("near").hidden = state.view !== "near";
  find("far").hidden = state.view !== "far";
}

function showCities(per, narrowed) {
  const ids = new Set(shown.cities.map((city) => city.id));
  const none = { projects: 0, partnerships: 0 };
  for (const item of find("cities").children) {
    const { projects, partnerships } = per[item.dataset.id] ?? none;
    item.hidden = !ids.has(item.dataset.id);
    item.classList.toggle("none", Boolean(narrowed) && !projects && !partnerships);
    item.lastElementChild.textContent =
      `${count(projects, "project", "projects")}, ${count(partnerships, "partnership", "partnerships")}`;
    item.toggleAttribute("aria-current", item.dataset.id === state.focus);
  }
  for (const dot of document.querySelectorAll(".big .dot")) {
    const id = dot.dataset.city ?? dot.dataset.place;
    const { projects, partnerships } = per[id] ?? none;
    if (dot.dataset.city) {
      dot.hidden = !ids.has(id);
      dot.classList.toggle("none", Boolean(narrowed) && !projects && !partnerships);
      dot.style.setProperty("--r", `${Math.min(3 + Math.sqrt(projects) * 1.6, 11)}px`);
    } else {
      dot.hidden = !projects && !partnerships;
    }
    dot.toggleAttribute("aria-current", id === state.focus);
  }
}

function showFocus() {
  const box = find("focus");
  const city = total.cities.get(state.focus);
  const place = data.places.find(({ id }) => id === state.focus);
  box.hidden = !city && !place;
  if (box.hidden) return;
  const record = city ?? place;
  const table = city ? "cities" : "places";
  const at = (some) => some.filter((each) =>
    each.cities.includes(record.id) || each.places.includes(record.id));
  const key = state.year ? String(state.year) : "";
  const partnerNames = Object.fromEntries(data.partners.map(([id, name]) => [id, name]));
  const projects = at(shown.projects).map((p) => {
    const told = p.history.map(([report, status]) =>
      `<a href="../sources/${report}.html">${report.replace("me-", "report ")}</a> ${word(data.statuses, status)}`);
    return `<li>${link("projects", p.id, p.name)} <small>${told.join(", ") || word(data.statuses, p.views[key][0])}</small></li>`;
  });
  const ties = at(shown.partnerships).map((p) => {
    const who = p.partners.map((id) => partnerNames[id] ?? id).join(", ");
    const when = [p.start && `from ${p.start}`, p.end && `to ${p.end}`].filter(Boolean).join(" ");
    return `<li>${link("partnerships", p.id, p.name)} <small>${escape(who)}${when ? ` · ${when}` : ""} · ${escape(p.status)}</small></li>`;
  });
  find("focus-head").textContent = record.name;
  find("focus-body").innerHTML =
    `<p>${link(table, record.id, `The page of ${record.name}, with every source`)}</p>` +
    `<h3>${count(projects.length, "project", "projects")} shown</h3><ul>${projects.join("")}</ul>` +
    `<h3>${count(ties.length, "partnership", "partnerships")} shown</h3><ul>${ties.join("")}</ul>`;
}

async function showFound() {
  const wanted = fold(state.q);
  find("results").hidden = !wanted;
  if (!wanted) return;
  names ??= (await (await fetch("names.json")).json())
    .map((row) => [row[0], row[1], row.slice(2), row.slice(1).map(fold)]);
  const hits = search(wanted);
  const most = 60;
  find("found").innerHTML = hits.slice(0, most).map(([table, id, own, name]) =>
    `<li>${link(table, id, own)}${name && name !== own ? ` <small>${escape(name)}</small>` : ""} <small>${table}</small></li>`).join("");
  find("results").querySelector("h2").textContent = hits.length
    ? `Found: ${count(hits.length, "record", "records")}${hits.length > most ? `, the first ${most} shown` : ""}`
    : "Nothing found";
}

function search(wanted) {
  const hits = [];
  for (const [table, id, own, folded] of names) {
    const at = folded.findIndex((text) => text.includes(wanted));
    if (at < 0) continue;
    const rank = folded.includes(wanted) ? 0
      : folded.some((text) => text.startsWith(wanted)) ? 1 : 2;
    // The first of the folded is the id.
    const name = own[folded.slice(1).findIndex((text) => text.includes(wanted))];
    hits.push([table, id, own[0], name, rank]);
  }
  return hits.sort((a, b) => a[4] - b[4]);
}

// ---- taking it away --------------------------------------------------------

function filters() {
  const told = [];
  if (state.year) told.push(`as of ${state.year}`);
  for (const name of [...SETS, "theme", "partner", "kind"]) {
    const values = [state[name]].flat().filter(Boolean);
    if (values.length) told.push(`${name}: ${values.join(", ")}`);
  }
  return told;
}

function provenance(name) {
  const some = shown[name].length;
  const all = data[name].length;
  const told = filters();
  return `ascn-data revision ${data.revision}; ` + (told.length
    ? `filtered: ${some} of ${all} ${name} (${told.join("; ")})`
    : `all ${all} ${name}`);
}

async function content(name, form) {
  rows ??= await (await fetch("rows.json")).json();
  const { columns, rows: kept } = rows[name];
  const ids = shown[name].map((record) => record.id);
  const sources = [...new Set(ids.flatMap((id) => rows.used[id]))].sort();
  const cited = [provenance(name), "", "Cite the dataset:", data.citation, "",
    `Cite the original sources (${sources.length}) of the facts that you use:`,
    ...sources.map((id) => rows.sources[id])];
  if (form === "txt") return cited.join("\n") + "\n";
  if (form === "json") {
    return JSON.stringify({ provenance: provenance(name), revision: data.revision,
      digest: data.digest, licence: "CC-BY-4.0", citation: data.citation,
      address: location.href, sources: sources.map((id) => rows.sources[id]),
      [name]: ids.map((id) => Object.fromEntries(columns.map((c, i) => [c, kept[id][i]]))),
    }, null, 1) + "\n";
  }
  const grid = [[...columns, "provenance"],
    ...ids.map((id) => [...kept[id], provenance(name)])];
  if (form === "xlsx") return workbook([[name, grid], ["about", cited.map((line) => [line])]]);
  return "\ufeff" + grid.map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

function cell(value) {
  let text = value === null ? "" : String(value);
  // A spreadsheet must not take a text for a formula.
  if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

async function save(form) {
  const name = find("what").value;
  const part = filters().length
    ? `-filtered-${shown[name].length}-of-${data[name].length}` : "";
  const blob = new Blob([await content(name, form)]);
  const anchor = document.createElement("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = `ascn-data-${data.revision}-${name}${part}${form === "txt" ? "-citation" : ""}.${form}`;
  anchor.click();
  URL.revokeObjectURL(anchor.href);
}

// A workbook is a ZIP of XML; stored without compression.
function workbook(sheets) {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packed = "http://schemas.openxmlformats.org/package/2006";
  const clean = (text) => escape(text).replace(/[^\t\n\r\x20-\ud7ff\ue000-\u{10ffff}]/gu, "\ufffd");
  const xml = (value) => value === null ? "<c/>"
    : typeof value === "number" ? `<c><v>${value}</v></c>`
    : `<c t="inlineStr"><is><t xml:space="preserve">${clean(String(value))}</t></is></c>`;
  const files = {
    "[Content_Types].xml": `${head}<Types xmlns="${packed}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `${head}<Relationships xmlns="${packed}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${head}<Relationships xmlns="${packed}/relationships">${sheets.map((_, i) => `<Relationship Id="r${i + 1}" Type="${office}/worksheet" Target="sheet${i + 1}.xml"/>`).join("")}</Relationships>`,
  };
  sheets.forEach(([, grid], i) => {
    files[`xl/sheet${i + 1}.xml`] = `${head}<worksheet xmlns="${main}"><sheetData>${grid.map((row) => `<row>${row.map(xml).join("")}</row>`).join("")}</sheetData></worksheet>`;
  });
  return zip(files);
}

function zip(files) {
  const table = Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k += 1) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  const crc = (bytes) => {
    let value = -1;
    for (const byte of bytes) value = table[(value ^ byte) & 255] ^ (value >>> 8);
    return ~value >>> 0;
  };
  const parts = [];
  const directory = [];
  let offset = 0;
  const record = (signature, fields) => {
    const view = new DataView(new ArrayBuffer(4 + fields.reduce((sum, [size]) => sum + size, 0)));
    view.setUint32(0, signature, true);
    let at = 4;
    for (const [size, value] of fields) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
    return new Uint8Array(view.buffer);
  };
  for (const [name, text] of Object.entries(files)) {
    const path = new TextEncoder().encode(name);
    const body = new TextEncoder().encode(text);
    const common = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, 33], [4, crc(body)],
      [4, body.length], [4, body.length], [2, path.length], [2, 0]];
    const local = record(0x04034b50, common);
    directory.push(record(0x02014b50, [[2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), path);
    parts.push(local, path, body);
    offset += local.length + path.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const number = Object.keys(files).length;
  return new Blob([...parts, ...directory, record(0x06054b50,
    [[2, 0], [2, 0], [2, number], [2, number], [4, size], [4, offset], [2, 0]])]);
}

// ---- beginning -------------------------------------------------------------

function change(next, { remember = true } = {}) {
  state = next;
  show();
  if (remember) history.replaceState(null, "", address());
}

function focus(id) {
  change({ ...state, focus: id });
  find("focus").focus();
}

async function begin() {
  data = await (await fetch("data.json")).json();
  for (const name of ["cities", "projects", "partnerships"]) {
    total[name] = new Map(data[name].map((record) => [record.id, record]));
  }
  form.hidden = find("views").hidden = find("take").hidden = false;
  if (matchMedia("(max-width: 760px)").matches) find("more").open = false;
  state = stateOfAddress();
  fillForm();
  show();
  let waiting;
  form.addEventListener("input", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => change(stateOfForm()));
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    state = { q: "", partner: "", kind: "", theme: "", year: 0, focus: "", view: state.view, country: [], cohort: [], area: [], status: [] };
    fillForm();
    change(state);
  });
  find("views").addEventListener("click", ({ target }) => {
    if (target.dataset.view) change({ ...state, view: target.dataset.view });
  });
  for (const dot of document.querySelectorAll(".big .dot")) {
    // A name near the right edge stands to the left of its dot.
    dot.classList.toggle("left", parseFloat(dot.style.left) > 75);
    dot.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      focus(dot.dataset.city ?? dot.dataset.place);
    });
  }
  for (const item of find("cities").children) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "show";
    button.setAttribute("aria-label", `Show ${item.firstElementChild.textContent} here`);
    button.addEventListener("click", () => focus(item.dataset.id));
    item.insertBefore(button, item.lastElementChild);
  }
  find("take").addEventListener("click", ({ target }) => {
    if (target.dataset.save) save(target.dataset.save);
  });
  find("link").addEventListener("click", async ({ target }) => {
    await navigator.clipboard.writeText(location.href);
    target.textContent = "Copied";
  });
  addEventListener("popstate", () => { state = stateOfAddress(); fillForm(); show(); });
  document.documentElement.dataset.ready = "yes";
}

// What tests ask.
window.explorer = { shown: () => shown, fold, search, content };
begin();
