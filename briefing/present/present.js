// The presenter: pages full screen, by keyboard alone, with nothing fetched. The same script in the app and in one file.
//
// data: stamp (changes with the pages), pages [{title, alt, notes, image}], index [{title, page | view | says}], answer {view, ...page} or null,
// nothing (the sentence for what no table tells), words (of the controls).

const MOVES = {
  ArrowRight: 1, PageDown: 1, " ": 1, Enter: 1, ArrowDown: 1,
  ArrowLeft: -1, PageUp: -1, Backspace: -1, ArrowUp: -1,
};
const MOST_FOUND = 9;

function make(tag, className, parent, text) {
  const element = document.createElement(tag);
  element.className = className;
  if (text) {
    element.textContent = text;
  }
  parent.append(element);
  return element;
}

/** Put a text into the form in which it is looked for: small letters, one space between words. */
function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
}

/** Return the entries that hold every word of what was typed, pages of the deck first. */
export function find(index, typed) {
  const words = plain(typed).split(" ").filter(Boolean);
  const fits = (own) => words.every((word) => plain(own.title).includes(word));
  return words.length ? index.filter(fits).slice(0, MOST_FOUND) : [];
}

class Presenter {
  constructor(root, ask) {
    this.ask = ask;
    this.at = 0;
    this.spent = 0;
    this.since = null;
    this.box = make("section", "present", root);
    this.box.tabIndex = 0;
    this.stage = make("div", "stage", this.box);
    this.image = make("img", "page", this.stage);
    this.sentence = make("p", "sentence", this.stage);
    this.status = make("p", "status", this.box);
    this.voice = make("p", "voice", this.box);
    this.voice.setAttribute("aria-live", "polite");
    this.notes = make("aside", "notes", this.box);
    this.help = make("div", "help", this.box);
    this.jump = make("div", "jump", this.box);
    this.field = make("input", "field", this.jump);
    this.field.type = "text";
    this.field.autocomplete = "off";
    this.list = make("ul", "found", this.jump);
    this.start = make("button", "start", this.box);
    this.start.type = "button";
    this.blank = make("div", "blank", this.box);
    for (const part of [this.notes, this.help, this.jump, this.blank, this.sentence]) {
      part.hidden = true;
    }
    this.box.addEventListener("keydown", (event) => this.onKey(event));
    this.field.addEventListener("input", () => this.search());
    this.start.addEventListener("click", () => this.begin());
    this.box.addEventListener("fullscreenchange", () => this.tell());
    this.clock = setInterval(() => this.tell(), 1000);
  }

  show(data) {
    this.data = data;
    this.box.lang = data.lang;
    this.box.setAttribute("role", "application");
    this.box.setAttribute("aria-label", data.words.title);
    this.start.textContent = data.words.start;
    this.field.setAttribute("aria-label", data.words.jump);
    this.field.placeholder = data.words.jump;
    this.help.replaceChildren(...data.words.keys.map(([key, does]) => {
      const line = document.createElement("p");
      make("kbd", "", line, key);
      line.append(` ${does}`);
      return line;
    }));
    if (data.answer && data.answer.view === this.wanted) {
      this.wanted = null;
      this.draw(data.answer);
    } else if (data.stamp !== this.stamp) {
      this.go(this.at);
    }
    this.stamp = data.stamp;
  }

  draw(page) {
    this.shown = page;
    this.blank.hidden = true;
    this.sentence.hidden = true;
    this.image.hidden = false;
    this.image.src = page.image;
    this.image.alt = page.alt;
    this.notes.replaceChildren();
    page.notes.forEach((line) => make("p", "", this.notes, line));
    this.writeNotes();
    this.tell();
    this.voice.textContent = page.alt;
    this.box.dataset.shown = page.title;
  }

  say(sentence) {
    this.image.hidden = true;
    this.sentence.hidden = false;
    this.sentence.textContent = sentence;
    this.voice.textContent = sentence;
    this.box.dataset.shown = sentence;
  }

  begin() {
    this.start.hidden = true;
    this.since ??= Date.now();
    this.box.requestFullscreen?.().catch(() => {});
    this.box.focus();
    this.tell();
  }

  tell() {
    if (!this.data) {
      return;
    }
    const seconds = Math.floor((this.spent + (this.since ? Date.now() - this.since : 0)) / 1000);
    const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    this.status.textContent = `${this.at + 1} / ${this.data.pages.length}   ${clock}   ${this.data.words.hint}`;
  }

  go(to) {
    this.wanted = null;
    this.at = Math.max(0, Math.min(this.data.pages.length - 1, to));
    this.draw(this.data.pages[this.at]);
  }

  toggleTimer() {
    if (this.since) {
      this.spent += Date.now() - this.since;
      this.since = null;
    } else {
      this.since = Date.now();
    }
    this.tell();
  }

  /** Notes in a window of their own, for the speaker's screen; nothing is loaded in it. */
  openNotes() {
    this.window = window.open("", "atlas-notes", "popup,width=760,height=560");
    this.writeNotes();
  }

  writeNotes() {
    if (this.window && !this.window.closed) {
      const body = this.window.document.body;
      this.window.document.title = this.shown.title;
      body.replaceChildren();
      [this.shown.title, ...this.shown.notes].forEach((line) => make("p", "", body, line));
    }
  }

  search() {
    this.found = find(this.data.index, this.field.value);
    this.chosen = 0;
    this.list.replaceChildren(...this.found.map((own, place) => {
      const line = document.createElement("li");
      line.textContent = own.title;
      line.setAttribute("aria-selected", place === 0);
      return line;
    }));
  }

  choose(by) {
    if (this.found.length) {
      this.chosen = (this.chosen + by + this.found.length) % this.found.length;
      [...this.list.children].forEach((line, place) => line.setAttribute("aria-selected", place === this.chosen));
      this.voice.textContent = this.found[this.chosen].title;
    }
  }

  openJump() {
    this.jump.hidden = false;
    this.field.value = "";
    this.search();
    this.field.focus();
  }

  closeJump() {
    this.jump.hidden = true;
    this.box.focus();
  }

  take() {
    const typed = this.field.value;
    const own = this.found[this.chosen];
    this.closeJump();
    if (/^\d+$/u.test(typed.trim())) {
      this.go(Number(typed) - 1);
    } else if (own?.page !== undefined) {
      this.go(own.page);
    } else if (own?.says) {
      this.say(own.says);
    } else if (own?.view !== undefined && this.ask) {
      this.wanted = own.view;
      if (this.data.answer?.view === own.view) {
        this.show(this.data);
      } else {
        this.ask(own.view);
      }
    } else if (typed.trim()) {
      this.say(this.data.nothing);
    }
  }

  /** No key that is pressed here reaches the page around it, whose own keys do other things. */
  onKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) {
      return;
    }
    event.stopPropagation();
    const done = this.jump.hidden ? this.onStage(event) : this.onJump(event);
    if (done) {
      event.preventDefault();
    }
  }

  onJump(event) {
    switch (event.key) {
      case "Escape": this.closeJump(); return true;
      case "Enter": this.take(); return true;
      case "ArrowDown": this.choose(1); return true;
      case "ArrowUp": this.choose(-1); return true;
      default: return false;
    }
  }

  onStage(event) {
    if (event.target === this.start && (event.key === "Enter" || event.key === " ")) {
      return false;
    }
    if (event.key in MOVES) {
      this.go(this.at + MOVES[event.key]);
      return true;
    }
    switch (event.key.toLowerCase()) {
      case "home": this.go(0); return true;
      case "end": this.go(this.data.pages.length - 1); return true;
      case "b": case ".": this.blank.hidden = !this.blank.hidden; return true;
      case "n": this.notes.hidden = !this.notes.hidden; return true;
      case "w": this.openNotes(); return true;
      case "t": this.toggleTimer(); return true;
      case "z": this.spent = 0; this.since = this.since && Date.now(); this.tell(); return true;
      case "f": document.fullscreenElement ? document.exitFullscreen() : this.begin(); return true;
      case "h": case "?": this.help.hidden = !this.help.hidden; return true;
      case "/": case "g": this.openJump(); return true;
      case "escape": this.help.hidden = this.notes.hidden = this.blank.hidden = true; return true;
      default: return false;
    }
  }

  close() {
    clearInterval(this.clock);
    this.window?.close();
    this.box.remove();
  }
}

/** Put a presenter into an element. `ask` is called with a view that is not among the pages, or is null. */
export function present(root, data, ask) {
  const own = new Presenter(root, ask);
  own.show(data);
  return own;
}
