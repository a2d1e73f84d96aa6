// Names on the map: few, the most important first, each at the first of its places that is free.

import * as L from "../../../lib/leaflet/leaflet-src.esm.js";

const SIDES = ["right", "left", "above", "below"];

/** Add the names of a basemap to the map; they take no mouse and stand aside for one another. */
export function addNames(map, names, host) {
  const layer = L.layerGroup().addTo(map);
  const labels = names.map(([text, lng, lat, zoom, kind]) => {
    const element = document.createElement("span");
    element.className = `name ${kind} from${zoom}`;
    element.textContent = text;
    const icon = L.divIcon({ html: element, className: "place", iconSize: [0, 0] });
    const marker = L.marker([lat, lng], { icon, pane: "names", interactive: false, keyboard: false });
    return { element, marker, zoom, kind };
  });

  const apart = (one, other) =>
    one.right < other.left || one.left > other.right || one.bottom < other.top || one.top > other.bottom;

  function place() {
    const frame = host.getBoundingClientRect();
    const texts = [];
    const dots = [];
    const free = (box, others) => others.every((other) => apart(box, other));
    const inside = (box) =>
      box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    for (const { element, marker, zoom, kind } of labels) {
      layer.removeLayer(marker);
      if (Math.round(map.getZoom()) < zoom || !map.getBounds().contains(marker.getLatLng())) {
        continue;
      }
      layer.addLayer(marker);
      const isPoint = kind === "town" || kind === "mountain";
      const point = map.latLngToContainerPoint(marker.getLatLng()).add([frame.left, frame.top]);
      const dot = { left: point.x - 3, right: point.x + 3, top: point.y - 3, bottom: point.y + 3 };
      const found = (!isPoint || free(dot, texts)) && (isPoint ? SIDES : ["middle", "west"]).some((side) => {
        element.dataset.side = side;
        const box = element.getBoundingClientRect();
        return inside(box) && free(box, texts) && free(box, dots);
      });
      if (!found) {
        layer.removeLayer(marker);
        continue;
      }
      texts.push(element.getBoundingClientRect());
      if (isPoint) {
        dots.push(dot);
      }
    }
  }

  map.on("zoomend moveend resize", place);
  place();
  return { remove: () => { map.off("zoomend moveend resize", place); layer.remove(); } };
}
