// The yardstick of bench/map_update.py: the least that a map of hexagons can do. It is sent cell ids and class numbers,
// and has h3-js work out the outlines. No basemap, no names, no theme.

import * as L from "../../../lib/leaflet/leaflet-src.esm.js";
import { cellToBoundary } from "./h3-js.es.js";

const maps = new WeakMap();

function open(root) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("../../../lib/leaflet/leaflet.css", import.meta.url);
  const figure = document.createElement("figure");
  figure.style.height = "500px";
  root.append(link, figure);
  const map = L.map(figure, { attributionControl: false, renderer: L.canvas() }).setView([42, 126], 5.5);
  return { figure, map, areas: L.featureGroup().bindTooltip((area) => area.options.tip).addTo(map) };
}

export default function ({ data, parentElement }) {
  if (!maps.has(parentElement)) {
    maps.set(parentElement, open(parentElement));
  }
  const { figure, areas } = maps.get(parentElement);
  areas.clearLayers();
  data.cell.forEach((cell, at) => {
    const style = { fillColor: data.colours[data.class[at]], fillOpacity: 0.85, color: "#ffffff", weight: 0.8 };
    areas.addLayer(L.polygon(cellToBoundary(cell), { ...style, tip: data.lines[data.tip[at]] }));
  });
  requestAnimationFrame(() => requestAnimationFrame(() => {
    figure.dataset.drawn = data.figure;
  }));
}
