package org.liegg.fuzz.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages text word by word: words are left out, doubled, exchanged, replaced and nested. */
public final class WordMutator {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_]+|\\d+|\\s+|.", Pattern.DOTALL);

  private static final int DEEP = 4000;

  private static final List<String> ODD =
      List.of(
          "",
          "0",
          "1",
          "-1",
          "2",
          "3",
          "65536",
          "2147483647",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "99999999999999999999999999",
          "1e308",
          "1e999",
          "-1e-320",
          "NaN",
          "Infinity",
          "0x10",
          "1_000",
          "\u0661",
          "\u2028",
          "\u001b[2J",
          "\u0000",
          "\u202e",
          "\ud83d\ude00",
          "\ud800",
          "\n",
          "\r",
          "\t",
          " ",
          "'",
          "\"",
          "\\",
          "/",
          "../../x",
          "%s",
          "${x}",
          "null",
          "true",
          "\ufeff");

  private final List<String> words;

  /**
   * @param words that have a meaning for the reader
   */
  public WordMutator(List<String> words) {
    this.words = words;
  }

  /** The text with one to five things done to it. */
  public String mutate(String text, Random random) {
    List<String> parts = new ArrayList<>();
    for (Matcher matcher = WORD.matcher(text); matcher.find(); ) {
      parts.add(matcher.group());
    }
    for (int i = 1 + random.nextInt(random.nextBoolean() ? 1 : 5); i > 0; i--) {
      once(parts, random);
    }
    return String.join("", parts);
  }

  private void once(List<String> parts, Random random) {
    if (parts.isEmpty()) {
      parts.add(word(random));
      return;
    }
    int at = random.nextInt(parts.size());
    int other = random.nextInt(parts.size());
    switch (random.nextInt(9)) {
      case 0 -> parts.remove(at);
      case 1 -> parts.add(at, parts.get(other));
      case 2 -> parts.set(other, parts.set(at, parts.get(other)));
      case 3, 4 -> parts.set(at, word(random));
      case 5 -> parts.add(at, word(random));
      case 6 -> repeat(parts, Math.min(at, other), Math.max(at, other) + 1, random);
      case 7 -> nest(parts, at, random);
      default -> parts.subList(Math.min(at, other), Math.max(at, other)).clear();
    }
  }

  private String word(Random random) {
    return words.isEmpty() || random.nextInt(3) == 0
        ? ODD.get(random.nextInt(ODD.size()))
        : words.get(random.nextInt(words.size()));
  }

  private static void repeat(List<String> parts, int from, int to, Random random) {
    String piece = String.join("", parts.subList(from, to));
    int times = random.nextInt(10) == 0 ? 1 + random.nextInt(DEEP) : 1 + random.nextInt(4);
    parts.add(to, piece.substring(0, Math.min(piece.length(), 40)).repeat(times));
  }

  /** Brackets around a word, rarely so many that a reader that recurses runs out of stack. */
  private static void nest(List<String> parts, int at, Random random) {
    String[] pair = new String[][] {{"(", ")"}, {"[", "]"}, {"{", "}"}}[random.nextInt(3)];
    int depth = random.nextInt(10) == 0 ? DEEP * (1 + random.nextInt(4)) : 1 + random.nextInt(3);
    String name = random.nextInt(3) == 0 && at > 0 ? parts.get(at - 1) : "";
    String opening = (name.length() > 12 ? "" : name) + pair[0];
    boolean closed = random.nextInt(4) != 0;
    parts.set(at, opening.repeat(depth) + parts.get(at) + (closed ? pair[1].repeat(depth) : ""));
  }
}
