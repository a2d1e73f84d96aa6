// One Leaflet map for each mounted element, kept across reruns; Python sends what is drawn and what is said.

import * as L from "../../../lib/leaflet/leaflet-src.esm.js";
import { addPanes, drawBasemap } from "./basemap.js";
import { drawLegend } from "./legend.js";
import { addNames } from "./names.js";
import { link } from "./link.js";
import { hatchedStyle, isDark, styleOf } from "./paint.js";
import { decodePolygons, shrink } from "./shape.js";
import { drawUnasked } from "./unasked.js";

const HERE = new URL("./", import.meta.url);
const APP = new URL("../../../", import.meta.url);
const maps = new WeakMap();
const basemaps = new Map();

function fetchBasemap(path) {
  if (!basemaps.has(path)) {
    const answer = fetch(new URL(path, APP)).then((response) => {
      if (!response.ok) {
        throw new Error(`The basemap could not be loaded (${response.status}).`);
      }
      return response.json();
    });
    answer.catch(() => basemaps.delete(path));
    basemaps.set(path, answer);
  }
  return basemaps.get(path);
}

function loadStyle(root, url) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    link.addEventListener("load", resolve, { once: true });
    link.addEventListener("error", () => reject(new Error("A style sheet of the map could not be loaded.")), { once: true });
    root.append(link);
  });
}

function make(tag, className, parent) {
  const element = document.createElement(tag);
  element.className = className;
  parent.append(element);
  return element;
}

class LiveMap {
  constructor(root) {
    this.root = root;
    this.host = root.host ?? root;
    this.figure = make("figure", "atlas", root);
    this.legend = make("div", "legend", this.figure);
    this.box = make("div", "map", this.figure);
    this.voice = make("p", "voice", this.figure);
    this.voice.setAttribute("aria-live", "polite");
    this.marks = [];
    this.ready = Promise.all([
      loadStyle(root, new URL("lib/leaflet/leaflet.css", APP)),
      loadStyle(root, new URL("livemap.css", HERE)),
    ]);
  }

  /** Draw what Python sent; when several arrive before the first can be drawn, the newest wins. */
  async show(data, select) {
    this.data = data;
    this.select = select;
    const [basemap] = await Promise.all([fetchBasemap(data.basemap), this.ready]);
    if (this.data !== data || this.closed) {
      return;
    }
    this.map ??= this.build(basemap, data);
    const dark = isDark(this.host);
    const colours = data.colours[dark ? "dark" : "light"];
    this.drawBeneath(basemap, data, colours, dark);
    this.say(data);
    this.unasked?.remove();
    this.unasked = drawUnasked(this.map, this.renderers.ground, data, colours);
    this.drawMarks(data, colours);
    drawLegend(this.legend, data.legend, colours, data.beside);
    this.choose(data.selected);
    requestAnimationFrame(() => requestAnimationFrame(() => {
      this.figure.dataset.drawn = data.figure;
    }));
  }

  build(basemap, data) {
    const [west, south, east, north] = basemap.bounds;
    const [, finestZoom] = basemap.zoom;
    const bounds = L.latLngBounds([south, west], [north, east]);
    const map = L.map(this.box, {
      zoomControl: false,
      attributionControl: false,
      scrollWheelZoom: false,
      dragging: !L.Browser.mobile,
      zoomSnap: 0,
      zoomDelta: 0.5,
      maxZoom: finestZoom,
      maxBoundsViscosity: 1,
      fadeAnimation: false,
    });
    const fit = () => {
      // Without bounds until it fits: Leaflet would start to glide back into them, and go on after the fit.
      map.setMaxBounds(null).invalidateSize({ pan: false });
      const seesAll = this.whole === undefined || map.getZoom() <= this.whole + 0.01;
      map.setMinZoom(0);
      if (seesAll) {
        map.fitBounds(bounds, { animate: false });
      }
      this.whole = seesAll ? map.getZoom() : map.getBoundsZoom(bounds);
      map.setMinZoom(this.whole).setMaxBounds(bounds.pad(0.02));
    };
    fit();
    this.watch = new ResizeObserver(fit);
    this.watch.observe(this.box);
    this.unlink = data.beside ? link(map, data.beside) : null;
    addPanes(map);
    const canvas = (pane) => L.canvas({ pane, padding: 0.2 });
    this.renderers = Object.fromEntries(["land", "ground", "edge", "areas", "lines", "outline"].map((p) => [p, canvas(p)]));
    this.areas = L.featureGroup().addTo(map);
    this.tip = L.tooltip({ direction: "top", offset: [0, -6], opacity: 1, className: "tip" });
    this.zoom = L.control.zoom({ zoomInTitle: data.says.zoom_in, zoomOutTitle: data.says.zoom_out }).addTo(map);
    L.control.scale({ imperial: false, maxWidth: 90 }).addTo(map);
    this.credit = make("figcaption", "credit", this.figure);
    // The wheel belongs to the page until the reader has stepped into the map.
    this.box.addEventListener("focus", () => map.scrollWheelZoom.enable());
    this.box.addEventListener("blur", () => map.scrollWheelZoom.disable());
    this.box.addEventListener("keydown", (event) => this.key(event));
    // A ring around the map is for those who came by the keyboard.
    this.box.addEventListener("pointerdown", () => this.box.classList.add("by-pointer"));
    this.box.addEventListener("keydown", () => this.box.classList.remove("by-pointer"));
    this.box.addEventListener("blur", () => this.box.classList.remove("by-pointer"));
    this.areas.on("mouseover mousemove", (event) => this.point(event.layer, event.latlng));
    this.areas.on("mouseout", () => this.point(null));
    this.areas.on("click", (event) => this.pick(event.layer.mark));
    return map;
  }

  drawBeneath(basemap, data, colours, dark) {
    const hidden = data.hide.join(" ");
    if (this.dark === dark && this.figure.lang === data.lang && this.figure.dataset.hidden === hidden) {
      return;
    }
    this.dark = dark;
    this.figure.dataset.hidden = hidden;
    this.land?.remove();
    this.names?.remove();
    for (const [name, colour] of Object.entries(colours)) {
      if (typeof colour === "string") {
        this.figure.style.setProperty(`--map-${name.replaceAll("_", "-")}`, colour);
      }
    }
    this.land = drawBasemap(this.map, this.renderers, basemap, colours, data.hide);
    this.names = data.hide.includes("names") ? null : addNames(this.map, basemap.labels[data.lang], this.box);
  }

  say(data) {
    this.figure.lang = data.lang;
    this.box.setAttribute("role", "application");
    this.box.setAttribute("aria-label", `${data.says.alt} ${data.says.keys}`);
    for (const [button, title] of [[this.zoom._zoomInButton, data.says.zoom_in], [this.zoom._zoomOutButton, data.says.zoom_out]]) {
      button.title = title;
      button.setAttribute("aria-label", title);
    }
    this.credit.textContent = data.says.attribution;
  }

  drawMarks(data, colours) {
    this.point(null);
    this.areas.clearLayers();
    this.colours = colours;
    const wide = new Set(data.marks.wide);
    this.marks = data.marks.cell.map((cell, at) => {
      const isWide = wide.has(at);
      const shape = decodePolygons(data.marks.shape[at], data.scale);
      const style = isWide && data.beside ? hatchedStyle(colours) : styleOf(colours, data.marks.class[at], isWide);
      const layer = L.polygon(shape, { ...style, renderer: this.renderers.areas, noClip: true, smoothFactor: 0 });
      layer.mark = { cell, shape, layer, tip: data.marks.tip[at].map((line) => data.lines[line]) };
      return layer.mark;
    });
    this.marks.forEach((mark) => this.areas.addLayer(mark.layer));
    // A ring inside the area: a sign of its own shape, told without colour, and unlike those of towns and peaks.
    this.signs?.remove();
    const ring = (at, color, weight) => L.polygon(shrink(this.marks[at].shape, this.marks[at].layer.getBounds().getCenter(), 0.6), {
      renderer: this.renderers.outline, interactive: false, smoothFactor: 0, fill: false, color, weight, opacity: 1,
    });
    this.signs = L.layerGroup(
      data.more.flatMap((at) => [ring(at, colours.halo, 3.5), ring(at, colours.selected, 1.5)]),
    ).addTo(this.map);
  }

  /** Show the sentence of an area at a point, or none. */
  point(layer, latlng) {
    if (!layer) {
      this.tip?.remove();
      this.ring("hovered", null);
      return;
    }
    if (this.pointed !== layer) {
      const lines = layer.mark.tip.map((text, at) => {
        const element = document.createElement(at === 0 ? "strong" : "span");
        element.textContent = text;
        return element;
      });
      const content = document.createElement("div");
      content.append(...lines);
      this.tip.setContent(content);
    }
    this.ring("hovered", layer.mark.shape);
    this.tip.setLatLng(latlng ?? layer.getBounds().getCenter());
    if (!this.map.hasLayer(this.tip)) {
      this.tip.addTo(this.map);
    }
    this.pointed = layer;
  }

  pick(mark) {
    const cell = mark.cell === this.selected ? null : mark.cell;
    this.choose(cell);
    this.select(cell);
  }

  choose(cell) {
    this.selected = cell;
    const mark = this.marks.find((candidate) => candidate.cell === cell);
    this.ring("chosen", mark?.shape ?? null);
  }

  /** Draw an outline over an area, or take it away. */
  ring(name, shape) {
    if (this[name]?.shape === shape && this[name]?.colours === this.colours) {
      return;
    }
    this[name]?.layer?.remove();
    if (name === "hovered" && !shape) {
      this.pointed = null;
    }
    const layer = shape && L.polygon(shape, {
      renderer: this.renderers.outline,
      interactive: false,
      smoothFactor: 0,
      fill: false,
      color: this.colours.selected,
      weight: name === "chosen" ? 2.5 : 1.5,
    }).addTo(this.map);
    this[name] = { shape, layer, colours: this.colours };
  }

  /** N and P step through the areas, highest figure first; Enter chooses. Arrows, plus and minus are Leaflet's. */
  key(event) {
    if (event.target !== this.box || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const step = { n: 1, p: -1 }[event.key.toLowerCase()];
    if (step && this.marks.length) {
      const from = this.marks.findIndex((mark) => mark.layer === this.pointed);
      const start = from < 0 && step < 0 ? 0 : from;
      const mark = this.marks[(start + step + this.marks.length) % this.marks.length];
      const centre = mark.layer.getBounds().getCenter();
      if (!this.map.getBounds().contains(centre)) {
        this.map.panTo(centre, { animate: false });
      }
      this.point(mark.layer, centre);
      this.voice.textContent = mark.tip.join(". ");
      event.preventDefault();
    } else if (event.key === "Enter" && this.pointed) {
      this.pick(this.pointed.mark);
      event.preventDefault();
    }
  }

  close() {
    this.closed = true;
    this.watch?.disconnect();
    this.unlink?.();
    this.map?.remove();
    this.figure.remove();
  }
}

/** Streamlit calls this on every rerun that changes the data, and the returned function when the element goes. */
export default function ({ data, parentElement, setStateValue }) {
  if (!maps.has(parentElement)) {
    maps.set(parentElement, new LiveMap(parentElement));
  }
  const view = maps.get(parentElement);
  // With the time of the choice: the same area can be chosen again after something else was chosen beside the map.
  view.show(data, (cell) => setStateValue("cell", [cell, Date.now()]));
  return () => {
    maps.delete(parentElement);
    view.close();
  };
}
