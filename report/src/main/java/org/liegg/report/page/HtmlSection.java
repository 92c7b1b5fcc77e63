package org.liegg.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A section of a page: some sentences, pictures and tables. The page's script draws pictures. */
public final class HtmlSection {
  final String id;
  final String title;
  final List<String> text = new ArrayList<>();
  final List<String> command = new ArrayList<>();
  final List<Plot> plots = new ArrayList<>();
  final List<HtmlTable> tables = new ArrayList<>();
  final List<Term> terms = new ArrayList<>();

  /**
   * An empty section.
   *
   * @param id of its heading, once a page
   * @param title its heading
   */
  public HtmlSection(String id, String title) {
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

  /** Adds a sentence or two. */
  public HtmlSection text(String sentence) {
    text.add(sentence);
    return this;
  }

  /** Adds a command to copy. */
  public HtmlSection command(String line) {
    command.add(line);
    return this;
  }

  /**
   * Adds a picture.
   *
   * @param kind which function of the page's script draws it
   * @param label what it shows, for those who do not see it
   */
  public HtmlSection plot(String kind, String label) {
    plots.add(new Plot(kind, label));
    return this;
  }

  /**
   * Adds a table, which is folded away where the section has pictures.
   *
   * @param caption what it holds
   * @param header names of the columns
   * @param rows a row each, as many cells as the header has
   */
  public HtmlSection table(String caption, List<String> header, List<List<String>> rows) {
    tables.add(new HtmlTable(caption, header, rows, plots.isEmpty()));
    return this;
  }

  /** Says what these words of the section mean. */
  public HtmlSection explained(Term... words) {
    terms.addAll(List.of(words));
    return this;
  }

  /** The words that are explained, as its template asks for them; none where there are none. */
  List<Words> explains() {
    return terms.isEmpty()
        ? List.of()
        : List.of(
            new Words(
                terms.stream().map(term -> term.word).collect(Collectors.joining(", ")), terms));
  }

  /**
   * Words and their meaning.
   *
   * @param words all of them in a line
   * @param terms with their meaning
   */
  record Words(String words, List<Term> terms) {}

  /** Whether it has neither sentence nor picture nor table. */
  public boolean isEmpty() {
    return text.isEmpty() && plots.isEmpty() && tables.isEmpty();
  }

  /** Whether it has a table. */
  public boolean hasTables() {
    return !tables.isEmpty();
  }
}
