package org.liegg.spring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the module knows: the application, the vocabulary, Spring Boot, Jackson, Micrometer. */
@AnalyzeClasses(packages = "org.liegg.spring", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule knowsTheApplicationAndSpring =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.liegg.spring..",
              "org.liegg.api",
              "org.liegg.api.report..",
              "org.liegg.api.spi",
              "org.liegg.app",
              "org.liegg.core.settings",
              "org.liegg.metrics",
              "org.liegg.report",
              "org.springframework..",
              "io.micrometer..",
              "com.fasterxml.jackson..",
              "tools.jackson..");
}
