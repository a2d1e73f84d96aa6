// What can be moved sideways on a narrow screen can be reached and moved by keyboard, too.

const MOVED = ".stTable > div, .st-key-trend, .st-key-method";
let waits = false;

function nameOf(element) {
  const box = element.closest('[class*="st-key-sheet-"], .st-key-table, .st-key-reading');
  return (box?.querySelector("h2, h3") ?? document.querySelector("h1"))?.textContent ?? "";
}

function markAll() {
  waits = false;
  for (const element of document.querySelectorAll(MOVED)) {
    // Streamlit's own regions, which scroll up and down, are left as they are.
    if (element.hasAttribute("tabindex") && element.dataset.moved === undefined) {
      continue;
    }
    if (element.scrollWidth > element.clientWidth) {
      element.dataset.moved = "";
      element.tabIndex = 0;
      element.setAttribute("role", "group");
      element.setAttribute("aria-label", nameOf(element));
    } else if (element.dataset.moved !== undefined) {
      delete element.dataset.moved;
      ["tabindex", "role", "aria-label"].forEach((name) => element.removeAttribute(name));
    }
  }
}

function soon() {
  if (!waits) {
    waits = true;
    requestAnimationFrame(markAll);
  }
}

let watches = false;

/** Keep the marks true while the page and the window change. */
export function watchScrolling() {
  if (!watches) {
    watches = true;
    new MutationObserver(soon).observe(document.body, { childList: true, subtree: true });
    addEventListener("resize", soon);
  }
  soon();
}
