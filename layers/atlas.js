/* Draws a figure on a Leaflet map: nothing is asked of any server. */
var redZoneAtlas = (function () {
  "use strict";

  /* Whole numbers and steps (see layers/basemap.py) to Leaflet's [lat, lng]. */
  function corners(steps, scale) {
    var found = [], lng = 0, lat = 0;
    for (var i = 0; i < steps.length; i += 2) {
      lng += steps[i];
      lat += steps[i + 1];
      found.push([lat / scale, lng / scale]);
    }
    return found;
  }

  function deep(value, scale) {
    return typeof value[0] === "number" ? corners(value, scale) : value.map(function (own) { return deep(own, scale); });
  }

  /* A canvas that can fill with dots, or take away what lies beneath. */
  var DottedCanvas = L.Canvas.extend({
    _fillStroke: function (context, layer) {
      var options = layer.options;
      if (options.dots) {
        context.globalAlpha = 1;
        context.fillStyle = this._dots || (this._dots = dotPattern(context, options.dots));
        context.fill("evenodd");
      } else if (options.lines) {
        context.globalAlpha = 1;
        context.fillStyle = this._lines || (this._lines = linePattern(context, options.lines));
        context.fill("evenodd");
      } else if (options.erases) {
        context.globalCompositeOperation = "destination-out";
        context.globalAlpha = 1;
        context.fillStyle = "#000000";
        context.fill("evenodd");
        context.globalCompositeOperation = "source-over";
      } else {
        L.Canvas.prototype._fillStroke.call(this, context, layer);
      }
    }
  });

  function dotPattern(context, dots) {
    var sharpness = 4, tile = document.createElement("canvas");
    tile.width = tile.height = dots.spacing * sharpness;
    var pen = tile.getContext("2d");
    pen.fillStyle = dots.colour;
    pen.beginPath();
    pen.arc(tile.width / 2, tile.height / 2, dots.radius * sharpness, 0, 2 * Math.PI);
    pen.fill();
    var pattern = context.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix().scale(1 / sharpness));
    return pattern;
  }

  /* Lines falling to the right. */
  function linePattern(context, lines) {
    var sharpness = 4, side = lines.spacing * sharpness, tile = document.createElement("canvas");
    tile.width = tile.height = side;
    var pen = tile.getContext("2d");
    pen.strokeStyle = lines.colour;
    pen.lineWidth = lines.width * sharpness;
    pen.beginPath();
    [-side, 0, side].forEach(function (shift) {
      pen.moveTo(shift - sharpness, -sharpness);
      pen.lineTo(shift + side + sharpness, side + sharpness);
    });
    pen.stroke();
    var pattern = context.createPattern(tile, "repeat");
    pattern.setTransform(new DOMMatrix().scale(1 / sharpness));
    return pattern;
  }

  function pane(map, name, order, quiet) {
    var made = map.createPane(name);
    made.style.zIndex = order;
    if (quiet) { made.style.pointerEvents = "none"; }
    return name;
  }

  function element(kind, className, text) {
    var made = document.createElement(kind);
    made.className = className;
    if (text) { made.textContent = text; }
    return made;
  }

  function control(position, content) {
    var made = L.control({ position: position });
    made.onAdd = function () { L.DomEvent.disableClickPropagation(content); return content; };
    return made;
  }

  function drawGround(map, ground, figure, paint) {
    var scale = ground.scale;
    var land = pane(map, "land", 210, true), landCanvas = L.canvas({ pane: land, padding: 0.3 });
    function fill(polygons, colour) {
      L.polygon(deep(polygons, scale), { pane: land, renderer: landCanvas, interactive: false, stroke: false,
        fillColor: colour, fillOpacity: 1, smoothFactor: 0.5 }).addTo(map);
    }
    var box = ground.bounds;
    L.rectangle([[box[1], box[0]], [box[3], box[2]]], { pane: land, renderer: landCanvas, interactive: false, stroke: false,
      fillColor: paint.water, fillOpacity: 1 }).addTo(map);
    ground.land.forEach(function (own) { fill(own.polygons, own.studied ? paint.land : paint.landBeyond); });
    fill(ground.lakes, paint.water);
    function river(own, where, canvas) {
      L.polyline(deep(own.lines, scale), { pane: where, renderer: canvas, interactive: false,
        color: own.border ? paint.borderRiver : paint.river, weight: own.border ? paint.borderRiverPx : 1,
        opacity: own.border ? 0.8 : 1, lineCap: "round", smoothFactor: 0.5 }).addTo(map);
    }
    ground.rivers.forEach(function (own) { if (!own.border) { river(own, land, landCanvas); } });
    var dotted = pane(map, "dots", 220, true), dotCanvas = new DottedCanvas({ pane: dotted, padding: 0.3 });
    var quiet = { pane: dotted, renderer: dotCanvas, interactive: false, stroke: false, smoothFactor: 0.5 };
    L.polygon(deep(ground.ground, scale), L.extend({ dots: paint.dots }, quiet)).addTo(map);
    figure.marks.forEach(function (mark) {
      L.polygon(deep(mark.outline, scale), L.extend({ erases: true }, quiet)).addTo(map);
    });
    if (figure.unasked.length) {
      L.polygon(deep(figure.unasked, scale), L.extend({ lines: paint.lines }, quiet)).addTo(map);
    }
    var strokes = pane(map, "strokes", 430, true), strokeCanvas = L.canvas({ pane: strokes, padding: 0.3 });
    ground.rivers.forEach(function (own) { if (own.border) { river(own, strokes, strokeCanvas); } });
    var styles = { admin0: [paint.border, 1], admin1: [paint.province, 0.7], coast: [paint.coast, 0.7] };
    ground.lines.forEach(function (own) {
      var style = styles[own.kind];
      L.polyline(deep(own.lines, scale), { pane: strokes, renderer: strokeCanvas, interactive: false, color: style[0],
        weight: style[1], smoothFactor: 0.5 }).addTo(map);
    });
  }

  function drawMarks(map, figure, paint, scale) {
    var own = pane(map, "marks", 410, false), canvas = L.canvas({ pane: own, padding: 0.3, tolerance: 0 });
    figure.marks.forEach(function (mark) {
      var plain = mark.wide
        ? { color: paint.wideEdge, weight: 1, dashArray: paint.wideDash, fillOpacity: paint.wideOpacity }
        : { color: paint.hairline, weight: paint.hairlinePx, dashArray: null, fillOpacity: paint.opacity };
      if (mark.class < 0) { plain = { color: paint.selected, weight: 0.7, dashArray: null, fillOpacity: 1 }; }
      var area = L.polygon(deep(mark.outline, scale), L.extend({ pane: own, renderer: canvas, smoothFactor: 0.2,
        fillColor: mark.class < 0 ? paint.land : figure.colours[mark.class] }, plain));
      var tip = element("div", "atlas-tip");
      mark.tip.split("\n").forEach(function (line) { tip.appendChild(element("div", "", line)); });
      area.bindTooltip(tip, { sticky: true, opacity: 1 });
      area.on("mouseover", function () { area.setStyle({ color: paint.selected, weight: 2, dashArray: null }); area.bringToFront(); });
      area.on("mouseout", function () { area.setStyle(plain); });
      area.addTo(map);
    });
  }

  /* Names are placed by rank; one that would lie on another, or on a control, waits for a closer look. */
  function drawNames(map, names) {
    var own = pane(map, "names", 440, true), made = [];
    names.forEach(function (name) {
      var text = element("span", "atlas-name atlas-" + name[4], name[0]);
      var icon = L.divIcon({ className: "atlas-anchor", html: text, iconSize: [0, 0] });
      made.push({ text: text, zoom: name[3], kind: name[4], marker: L.marker([name[2], name[1]], { icon: icon, pane: own,
        interactive: false, keyboard: false }).addTo(map) });
    });
    function apart(box, taken) {
      return taken.every(function (other) {
        return box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom;
      });
    }
    function place() {
      var frame = map.getContainer().getBoundingClientRect(), taken = [];
      map.getContainer().querySelectorAll(".leaflet-control").forEach(function (part) { taken.push(part.getBoundingClientRect()); });
      made.forEach(function (name) {
        name.text.hidden = map.getZoom() < name.zoom;
        if (name.text.hidden) { return; }
        var sides = { town: ["right", "left"], mountain: ["right", "left"], sea: ["middle", "stack"], river: ["middle"] }[name.kind];
        name.text.hidden = !sides.some(function (side) {
          name.text.dataset.side = side;
          var box = name.text.getBoundingClientRect();
          var inside = box.left > frame.left && box.right < frame.right && box.top > frame.top && box.bottom < frame.bottom;
          if (inside && apart(box, taken)) { taken.push(box); return true; }
          return false;
        });
      });
    }
    map.on("zoomend moveend resize", place);
    place();
    if (document.fonts) { document.fonts.ready.then(place); }
  }

  function drawLegend(map, figure) {
    var box = element("div", "atlas-box atlas-legend");
    box.appendChild(element("div", "atlas-legend-title", figure.legend.title));
    function row(className, text) {
      var line = element("div", "atlas-row");
      line.appendChild(element("span", "atlas-swatch " + className));
      line.appendChild(element("span", "", text));
      box.appendChild(line);
    }
    figure.legend.classes.slice().reverse().forEach(function (label, place) {
      row("atlas-class-" + (figure.legend.classes.length - 1 - place), label);
    });
    if (figure.legend.wide) { row("atlas-wide", figure.legend.wide); }
    row("atlas-none", figure.legend.none);
    if (figure.legend.bare) { row("atlas-bare", figure.legend.bare); }
    if (figure.legend.unasked) { row("atlas-unasked", figure.legend.unasked); }
    control("bottomright", box).addTo(map);
  }

  function drawWords(map, figure) {
    if (figure.attribution) { control("bottomleft", element("div", "atlas-attribution", figure.attribution)).addTo(map); }
    var mark = element("div", "atlas-box atlas-mark" + (figure.synthetic ? " atlas-synthetic" : ""));
    if (figure.synthetic) { mark.appendChild(element("div", "atlas-strong", figure.synthetic)); }
    mark.appendChild(element("div", "atlas-release", figure.release));
    control("bottomright", mark).addTo(map);
    var north = element("div", "atlas-box atlas-north");
    north.appendChild(element("span", "", "\u25b2"));
    north.appendChild(element("span", "", figure.north));
    control("topright", north).addTo(map);
  }

  function draw(map, ground, figure) {
    var box = ground.bounds, paint = figure.paint;
    var window = L.latLngBounds([box[1], box[0]], [box[3], box[2]]);
    map.getContainer().setAttribute("role", "application");
    map.getContainer().setAttribute("aria-label", figure.alt);
    map.getContainer().setAttribute("aria-description", figure.help);
    map.setMaxZoom(ground.zoom[1]);
    function fit() {
      var whole = map.getBoundsZoom(window), far = map.getZoom() <= map.getMinZoom();
      map.setMinZoom(whole);
      if (far) { map.fitBounds(window, { animate: false }); }
    }
    map.fitBounds(window, { animate: false });
    map.setMinZoom(map.getZoom());
    map.setMaxBounds(window);
    map.on("resize", fit);
    drawGround(map, ground, figure, paint);
    drawMarks(map, figure, paint, ground.scale);
    drawWords(map, figure);
    L.control.zoom({ position: "topleft", zoomInTitle: figure.zoom[0], zoomOutTitle: figure.zoom[1] }).addTo(map);
    L.control.scale({ position: "bottomleft", imperial: false, maxWidth: 120 }).addTo(map);
    if (figure.legend) { drawLegend(map, figure); }
    drawNames(map, ground.labels[figure.language]);
  }

  return { draw: draw };
})();
