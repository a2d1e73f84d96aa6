// The legend: the classes in one row, beside them the sign for none or too few and what is only told more widely.

import { mix, styleOf } from "./paint.js";
import { lineSwatch } from "./unasked.js";

function entry(kind, text) {
  const item = document.createElement("li");
  item.className = kind;
  const swatch = document.createElement("span");
  swatch.className = "swatch";
  const label = document.createElement("span");
  label.className = "label";
  label.textContent = text;
  item.append(swatch, label);
  return { item, swatch };
}

function dotSwatch(swatch, colours) {
  const side = colours.dots_spacing_px;
  swatch.style.backgroundColor = colours.land;
  swatch.style.backgroundImage = `radial-gradient(circle, ${colours.dots} ${colours.dots_radius_px}px, transparent ${colours.dots_radius_px + 0.4}px)`;
  swatch.style.backgroundSize = `${side}px ${side}px`;
}

/** Fill the legend's element; an area that is told only more widely has its entry where there is one. */
export function drawLegend(element, legend, colours, hatched) {
  const onLand = (style) => mix(style.fillColor, colours.land, style.fillOpacity);
  const title = document.createElement("p");
  title.textContent = legend.title;
  const classes = document.createElement("ul");
  classes.className = "classes";
  legend.breaks.forEach((text, index) => {
    const { item, swatch } = entry("class", text);
    swatch.style.backgroundColor = onLand(styleOf(colours, index, false));
    classes.append(item);
  });
  const others = document.createElement("ul");
  others.className = "others";
  const none = entry("none", legend.none);
  dotSwatch(none.swatch, colours);
  others.append(none.item);
  if (legend.unasked) {
    const unasked = entry("unasked", legend.unasked);
    dotSwatch(unasked.swatch, colours);
    lineSwatch(unasked.swatch, colours);
    others.append(unasked.item);
  }
  if (legend.bare) {
    const bare = entry("bare", legend.bare);
    bare.swatch.style.backgroundColor = colours.land;
    bare.swatch.style.borderColor = colours.text_quiet;
    others.append(bare.item);
  }
  if (legend.wide) {
    const wide = entry("wide", legend.wide);
    wide.swatch.style.backgroundColor = onLand(styleOf(colours, Math.floor(colours.classes.length / 2), true));
    wide.swatch.style.borderColor = colours.wide_edge;
    if (hatched) {
      wide.swatch.style.background = `repeating-linear-gradient(135deg, ${colours.text_quiet} 0 1.2px, ${colours.land} 1.2px 5.6px)`;
      wide.swatch.style.border = `1px solid ${colours.text_quiet}`;
    }
    others.append(wide.item);
  }
  if (legend.more) {
    const more = entry("more", legend.more);
    more.swatch.style.backgroundColor = onLand(styleOf(colours, Math.floor(colours.classes.length / 2), false));
    more.swatch.style.outline = `1.5px solid ${colours.selected}`;
    more.swatch.style.outlineOffset = "-4px";
    others.append(more.item);
  }
  element.replaceChildren(title, classes, others);
}
