package dev.bourse.simulator.whatif;

import dev.bourse.simulator.workload.Metrics;
import dev.bourse.simulator.workload.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** A comparison as one page of HTML that needs nothing else: no network, no script. */
public final class Page {

  private static final int WIDTH = 860;
  private static final int HEIGHT = 220;
  private static final int LEFT = 64;
  private static final int BOTTOM = 28;
  private static final int TOP = 12;
  private static final int POINTS = 400;
  private static final double PERCENT = 100;
  private static final List<String> COLOURS = List.of("#7a869a", "#1f77b4", "#d95f02");

  private final Comparison comparison;

  private Page(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The page of a comparison. */
  public static String of(String title, Comparison comparison) {
    return new Page(comparison).page(title);
  }

  private String page(String title) {
    StringBuilder html = new StringBuilder();
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escape(title))
        .append("</title>\n<style>")
        .append(
            """
            body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:900px;color:#1c2430}
            h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.6rem 0 .3rem}
            pre{background:#f5f6f8;padding:1rem;overflow:auto;line-height:1.35}
            svg{width:100%;height:auto}svg text{font-size:11px;fill:#4b5563}
            .key{margin-right:1.2rem;white-space:nowrap}.key i{display:inline-block;width:1.4rem;
            height:.35rem;margin-right:.35rem;vertical-align:middle}
            """)
        .append("</style></head><body>\n<h1>")
        .append(escape(title))
        .append("</h1>\n<p>");
    int index = 0;
    for (String name : comparison.runs().keySet()) {
      html.append("<span class=\"key\"><i style=\"background:")
          .append(colour(index++))
          .append("\"></i>")
          .append(escape(name))
          .append("</span>");
    }
    html.append("</p>\n");
    chart(html, "Jobs waiting", "", sample -> sample.waiting());
    chart(
        html,
        "Utilisation of cpus, %",
        "%",
        sample -> sample.cpus() == 0 ? 0 : PERCENT * sample.used() / sample.cpus());
    chart(html, "Cpus in use", "", sample -> sample.used() / 1_000.0);
    html.append("<h2>In numbers</h2>\n<pre>");
    comparison.lines().forEach(line -> html.append(escape(line)).append('\n'));
    return html.append("</pre>\n</body></html>\n").toString();
  }

  private void chart(
      StringBuilder html, String title, String unit, ToDoubleFunction<Sample> value) {
    List<List<double[]>> lines = new ArrayList<>();
    double maxX = 1;
    double maxY = unit.isEmpty() ? 1 : PERCENT;
    for (Map.Entry<String, Metrics> run : comparison.runs().entrySet()) {
      List<double[]> points = points(run.getValue(), value);
      for (double[] point : points) {
        maxX = Math.max(maxX, point[0]);
        maxY = Math.max(maxY, point[1]);
      }
      lines.add(points);
    }
    html.append("<h2>").append(escape(title)).append("</h2>\n");
    html.append(
        String.format(
            Locale.ROOT,
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
            WIDTH,
            HEIGHT,
            escape(title)));
    axes(html, maxX, maxY);
    for (int i = 0; i < lines.size(); i++) {
      html.append("<path fill=\"none\" stroke-width=\"1.6\" stroke=\"")
          .append(colour(i))
          .append("\" d=\"")
          .append(path(lines.get(i), maxX, maxY))
          .append("\"/>\n");
    }
    html.append("</svg>\n");
  }

  /** The means over equal stretches of time. */
  private static List<double[]> points(Metrics run, ToDoubleFunction<Sample> value) {
    double stretch = Math.max(1, (run.end() - run.begin()) / (double) POINTS);
    double[] sums = new double[POINTS];
    List<Sample> samples = run.samples();
    for (int i = 0; i < samples.size(); i++) {
      double from = Math.max(0, samples.get(i).at() - run.begin());
      double to =
          (i + 1 < samples.size() ? Math.min(run.end(), samples.get(i + 1).at()) : run.end())
              - run.begin();
      double worth = value.applyAsDouble(samples.get(i));
      for (int slot = (int) (from / stretch); slot < POINTS && slot * stretch < to; slot++) {
        double share = Math.min(to, (slot + 1) * stretch) - Math.max(from, slot * stretch);
        sums[slot] += worth * Math.max(0, share) / stretch;
      }
    }
    List<double[]> points = new ArrayList<>(POINTS);
    for (int slot = 0; slot < POINTS; slot++) {
      points.add(new double[] {slot * stretch, sums[slot]});
    }
    return points;
  }

  private static void axes(StringBuilder html, double maxX, double maxY) {
    int ticks = 4;
    for (int i = 0; i <= ticks; i++) {
      double y = maxY * i / ticks;
      double x = maxX * i / ticks;
      html.append(
          String.format(
              Locale.ROOT,
              "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#e3e6ea\"/>"
                  + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>"
                  + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
              LEFT,
              WIDTH,
              y(y, maxY),
              y(y, maxY),
              LEFT - 6,
              y(y, maxY) + 4,
              String.format(Locale.ROOT, maxY < 10 ? "%.1f" : "%.0f", y),
              Math.min(x(x, maxX), WIDTH - 18.0),
              HEIGHT - 8,
              Spans.text(x)));
    }
  }

  private static String path(List<double[]> points, double maxX, double maxY) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              path.isEmpty() ? "M" : "L",
              x(point[0], maxX),
              y(point[1], maxY)));
    }
    return path.toString();
  }

  private static double x(double value, double max) {
    return LEFT + (WIDTH - LEFT) * value / max;
  }

  private static double y(double value, double max) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / max);
  }

  private static String colour(int index) {
    return COLOURS.get(index % COLOURS.size());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
