package org.liegg.spark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the module knows: the application, the pipeline's parts, Spark. */
@AnalyzeClasses(packages = "org.liegg.spark", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule knowsTheApplicationAndThePartsOfThePipeline =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.liegg.spark..",
              "org.liegg.api",
              "org.liegg.api.report..",
              "org.liegg.api.spi.support..",
              "org.liegg.app..",
              "org.liegg.core",
              "org.liegg.core.parts..",
              "org.liegg.core.samples..",
              "org.liegg.core.settings..",
              "org.liegg.report..",
              "org.apache.spark..",
              "scala..",
              "picocli..");
}
