// The page itself: its language, its fonts and its style sheet, told to the browser once a change.

import { isDark } from "./paint.js";
import { watchScrolling } from "./scroll.js";

const HERE = new URL("./", import.meta.url);
const APP = new URL("../../../", import.meta.url);
const known = new Set();

function addStyle() {
  if (document.getElementById("atlas-page")) {
    return;
  }
  const link = document.createElement("link");
  link.id = "atlas-page";
  link.rel = "stylesheet";
  link.href = new URL("page.css", HERE);
  document.head.append(link);
}

function addFont({ family, path, range }) {
  if (known.has(path)) {
    return;
  }
  known.add(path);
  // Loaded by the browser only when a character of the range is drawn.
  document.fonts.add(new FontFace(family, `url("${new URL(path, APP)}") format("woff2")`, { unicodeRange: range, display: "swap" }));
}

/** Streamlit calls this when the language, the fonts or the theme change. */
export default function ({ data, parentElement }) {
  document.documentElement.lang = data.lang;
  const colours = data.colours[isDark(parentElement.host ?? parentElement) ? "dark" : "light"];
  for (const [name, colour] of Object.entries(colours)) {
    document.documentElement.style.setProperty(`--atlas-${name.replaceAll("_", "-")}`, colour);
  }
  addStyle();
  data.fonts.forEach(addFont);
  watchScrolling();
}
