package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** A picture of a study opens its networks by their places in the table of all. */
class StudyHtmlTest {
  private static final String STUDY =
      """
      {"schema": "liegg-study/1",
       "spec": {"name": "mine", "task": "o5", "action": "gl(5)^2", "grid": {"parameterBudgets": []}},
       "cells": [{"cell": {"hiddenLayers": 3, "width": 8, "seed": 2, "regime": {"augmentation": "NONE"}},
                  "status": "diverged"},
                 {"cell": {"hiddenLayers": 1, "width": 8, "seed": 1, "regime": {"augmentation": "NONE"}},
                  "status": "done", "findings": {"testError": 0.25}},
                 {"cell": {"hiddenLayers": 3, "width": 8, "seed": 1, "regime": {"augmentation": "NONE"}},
                  "status": "done", "findings": {"testError": 0.5}}]}
      """;

  private final Document page = Jsoup.parse(StudyHtml.toString(STUDY));

  @Test
  void networksStandInTheOrderOfTheirJson() {
    assertThat(page.select("#networks ~ details table")).hasSize(1);
    assertThat(page.select("#networks ~ details tbody tr td:nth-child(7)").eachText())
        .containsExactly("2", "1", "1");
    assertThat(page.select("#networks ~ details tbody tr td:nth-child(8)").eachText())
        .containsExactly("diverged", "done", "done");
  }

  @Test
  void saysThatAFieldOpensItsNetworks() {
    assertThat(page.select("section:has(#maps) p").text())
        .contains("A field opens its networks in the table of all, by a click or by Enter.");
  }
}
