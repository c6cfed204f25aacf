// What scrolls sideways is reached by keys; landmarks are told apart.
addEventListener("DOMContentLoaded", () => {
  const name = (query, label) =>
    document.querySelector(query)?.setAttribute("aria-label", label);
  name("aside.sidebar-drawer", "Site");
  name("aside.toc-drawer", "On this page");
  for (const box of document.querySelectorAll(
    "pre, table.docutils, .cell_output .output, .ascn-data")) {
    box.tabIndex = 0;
  }
  // A data frame has no name above its index.
  for (const head of document.querySelectorAll("th:empty")) {
    head.setAttribute("role", "presentation");
  }
});
