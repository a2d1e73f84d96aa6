// The first words go as soon as the page says them itself, dressed, or says that it cannot; at last when it never does.

const first = document.getElementById("atlas-first");
const MOST_MS = 20_000;
const begun = performance.now();

function isThere() {
  const dressed = document.getElementById("atlas-page")?.sheet;
  return (dressed && document.querySelector(".st-key-heading h1")) || document.querySelector("[data-testid=stAlert]");
}

function look() {
  if (isThere() || performance.now() - begun > MOST_MS) {
    first?.remove();
  } else {
    setTimeout(look, 16);
  }
}

look();
