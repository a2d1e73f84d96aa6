// Colours and patterns: read from the figure, chosen by the page's theme.

/** Whether the page is dark, told from the background colour that Streamlit gives to components. */
export function isDark(element) {
  const text = getComputedStyle(element).getPropertyValue("--st-background-color").trim();
  const probe = document.createElement("canvas").getContext("2d");
  probe.fillStyle = text || "#ffffff";
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(probe.fillStyle.slice(at, at + 2), 16));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b < 128;
}

/** A square that is repeated as a fill for canvases: `draw` draws it with a pen, in a square of `side`. */
export function tiled(side, draw) {
  const tile = document.createElement("canvas");
  // As fine as Leaflet's canvases, which know ordinary screens and those of twice the density.
  const density = window.devicePixelRatio > 1 ? 2 : 1;
  tile.width = density * side;
  tile.height = density * side;
  const pen = tile.getContext("2d");
  pen.scale(density, density);
  draw(pen);
  const pattern = pen.createPattern(tile, "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / density));
  return pattern;
}

/** Fine dots in a square grid, the one sign for "none or too few". */
export function dots(colours) {
  const side = colours.dots_spacing_px;
  return tiled(side, (pen) => {
    pen.fillStyle = colours.dots;
    pen.beginPath();
    pen.arc(side / 2, side / 2, colours.dots_radius_px, 0, 2 * Math.PI);
    pen.fill();
  });
}

/** Slanting lines, the sign for "nobody can tell", in the grey of the page. */
export function hatch(colours) {
  const side = 8;
  return tiled(side, (pen) => {
    pen.fillStyle = colours.land;
    pen.fillRect(0, 0, side, side);
    pen.strokeStyle = colours.text_quiet;
    pen.lineWidth = 1.2;
    pen.beginPath();
    for (const shift of [-side, 0, side]) {
      pen.moveTo(shift, side);
      pen.lineTo(shift + side, 0);
    }
    pen.stroke();
  });
}

/** How an area is drawn of which nobody can tell. */
export function hatchedStyle(colours) {
  return { ...styleOf(colours, 0, false), fillColor: hatch(colours), color: colours.text_quiet };
}

/** The colour `share` of the way from the second to the first; both as #rrggbb. */
export function mix(colour, ground, share) {
  const part = (at) => {
    const [a, b] = [colour, ground].map((own) => parseInt(own.slice(at, at + 2), 16));
    return Math.round(b + (a - b) * share).toString(16).padStart(2, "0");
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

/**
 * How an area of a class is drawn; one that is told only more widely is paler and dashed. Paler by its colour, within
 * the hue, and not by its transparency: where wide areas overlap, a colour would come about that stands in no legend,
 * and the darkest class would turn grey over the land.
 */
export function styleOf(colours, classIndex, wide) {
  if (classIndex < 0) {
    // A figure without a class: bare land with an edge, unlike the dots of "none or too few".
    return { fillColor: colours.land, fillOpacity: 1, color: colours.text_quiet, weight: 1, opacity: 1, dashArray: null };
  }
  const own = colours.classes[classIndex];
  const pale = mix(mix(own, colours.classes[0], 0.65), colours.land, 0.85);
  return {
    fillColor: wide ? pale : own,
    fillOpacity: colours.opacity,
    color: wide ? colours.wide_edge : colours.hairline,
    weight: colours.hairline_px,
    opacity: 1,
    dashArray: wide ? colours.wide_dash_px.join(" ") : null,
  };
}
