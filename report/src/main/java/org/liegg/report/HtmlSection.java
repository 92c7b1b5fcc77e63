package org.liegg.report;

import java.util.ArrayList;
import java.util.List;

/** A section of a page: some sentences, pictures and tables. The page's script draws pictures. */
final class HtmlSection {
  final String id;
  final String title;
  final List<String> text = new ArrayList<>();
  final List<String> command = new ArrayList<>();
  final List<Plot> plots = new ArrayList<>();
  final List<HtmlTable> tables = new ArrayList<>();

  HtmlSection(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /**
   * A picture.
   *
   * @param kind which function of the page's script draws it
   * @param label what it shows, for those who do not see it
   */
  record Plot(String kind, String label) {}

  /**
   * A table, folded away under its caption unless it is open.
   *
   * @param caption what it holds
   * @param header names of the columns
   * @param rows a row each, as many cells as the header has
   * @param open whether it is shown at once
   */
  record HtmlTable(String caption, List<String> header, List<List<String>> rows, boolean open) {}

  HtmlSection text(String sentence) {
    text.add(sentence);
    return this;
  }

  HtmlSection plot(String kind, String label) {
    plots.add(new Plot(kind, label));
    return this;
  }

  HtmlSection table(String caption, List<String> header, List<List<String>> rows) {
    tables.add(new HtmlTable(caption, header, rows, plots.isEmpty()));
    return this;
  }
}
