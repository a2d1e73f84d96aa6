// The presenter in the app: the same script as in the one file, and Python behind it for views that are no page.

import { present } from "../../../lib/present/present.js";

const APP = new URL("../../../", import.meta.url);
const shown = new WeakMap();

function start(root, data, ask) {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("lib/present/present.css", APP);
  const frame = document.createElement("div");
  frame.style.aspectRatio = "16 / 9";
  frame.style.setProperty("--present-type", "'Source Sans', 'Atlas Hangul', 'Atlas Han', sans-serif");
  root.append(style, frame);
  return present(frame, data, ask);
}

/** Streamlit calls this on every rerun that changes the data, and the returned function when the element goes. */
export default function ({ data, parentElement, setStateValue }) {
  const known = shown.get(parentElement);
  if (known) {
    known.show(data);
  } else {
    shown.set(parentElement, start(parentElement, data, (view) => setStateValue("asked", view)));
  }
  return () => {
    shown.get(parentElement)?.close();
    shown.delete(parentElement);
  };
}
