package org.liegg.benchmarks.measure;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The cases of the table, group by group. */
final class AllCases {
  /** Functions that are written down. */
  static final String EXACT = "exact";

  /** Networks, trained and untrained. */
  static final String NETWORKS = "networks";

  /** Networks that only a measure of translations and insensitive fields gets right. */
  static final String FURTHER = "further";

  private AllCases() {}

  static List<SpectrumCase> list() {
    return Stream.of(
            group(
                EXACT,
                cases -> {
                  KnownAnswers.addTo(cases);
                  Translations.addTo(cases);
                  WeakInputs.addTo(cases);
                }),
            group(NETWORKS, NetworkCases::addTo),
            group(FURTHER, FurtherNetworks::addTo))
        .flatMap(List::stream)
        .toList();
  }

  private static List<SpectrumCase> group(String name, Consumer<CaseList> filler) {
    CaseList list = new CaseList(name);
    filler.accept(list);
    return list.cases();
  }
}
