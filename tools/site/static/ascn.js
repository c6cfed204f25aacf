// The theme: what the reader chose, here or in the documentation, else that
// of the system.
(() => {
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const chosen = () => {
    const kept = localStorage.getItem("theme");
    return kept === "dark" || kept === "light" ? kept
      : system.matches ? "dark" : "light";
  };
  const show = () => {
    root.dataset.theme = chosen();
    const button = document.getElementById("theme");
    if (button) {
      button.hidden = false;
      button.textContent = chosen() === "dark" ? "Light" : "Dark";
      button.setAttribute("aria-label", `${button.textContent} theme`);
    }
  };
  show();
  system.addEventListener("change", show);
  addEventListener("DOMContentLoaded", () => {
    show();
    document.getElementById("theme")?.addEventListener("click", () => {
      localStorage.setItem("theme", chosen() === "dark" ? "light" : "dark");
      show();
    });
  });
})();
