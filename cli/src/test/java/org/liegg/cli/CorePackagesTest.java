package org.liegg.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** How the packages of the pipeline stand on each other. */
@AnalyzeClasses(packages = "org.liegg", importOptions = ImportOption.DoNotIncludeTests.class)
class CorePackagesTest {

  @ArchTest
  static final ArchRule haveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.core.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule standOnEachOther =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("extractor")
          .definedBy("org.liegg.core")
          .layer("finite")
          .definedBy("org.liegg.core.finite")
          .layer("transformation")
          .definedBy("org.liegg.core.transformation")
          .layer("family")
          .definedBy("org.liegg.core.family")
          .layer("discrete")
          .definedBy("org.liegg.core.discrete")
          .layer("slices")
          .definedBy("org.liegg.core.slices")
          .layer("where")
          .definedBy("org.liegg.core.where")
          .layer("stepped")
          .definedBy("org.liegg.core.stepped")
          .layer("stability")
          .definedBy("org.liegg.core.stability")
          .layer("assemble")
          .definedBy("org.liegg.core.assemble")
          .layer("parts")
          .definedBy("org.liegg.core.parts")
          .layer("evidence")
          .definedBy("org.liegg.core.evidence")
          .layer("pass")
          .definedBy("org.liegg.core.pass")
          .layer("checkpoint")
          .definedBy("org.liegg.core.checkpoint")
          .layer("memory")
          .definedBy("org.liegg.core.memory")
          .layer("samples")
          .definedBy("org.liegg.core.samples")
          .layer("settings")
          .definedBy("org.liegg.core.settings")
          .whereLayer("extractor")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("finite")
          .mayOnlyAccessLayers("assemble", "evidence", "transformation", "pass", "samples")
          .whereLayer("slices")
          .mayOnlyAccessLayers("settings", "transformation", "samples")
          .whereLayer("where")
          .mayOnlyAccessLayers("family", "slices", "transformation", "samples")
          .whereLayer("stepped")
          .mayOnlyAccessLayers("assemble", "evidence", "family", "transformation")
          .whereLayer("family")
          .mayOnlyAccessLayers("transformation", "samples")
          .whereLayer("discrete")
          .mayOnlyAccessLayers("transformation", "samples")
          .whereLayer("transformation")
          .mayOnlyAccessLayers("assemble", "samples")
          .whereLayer("stability")
          .mayOnlyAccessLayers("assemble", "evidence")
          .whereLayer("assemble")
          .mayOnlyAccessLayers("evidence", "pass", "samples")
          .whereLayer("parts")
          .mayOnlyAccessLayers("evidence", "pass", "samples")
          .whereLayer("evidence")
          .mayOnlyAccessLayers("pass", "memory", "samples")
          .whereLayer("pass")
          .mayOnlyAccessLayers("samples")
          .whereLayer("checkpoint")
          .mayOnlyAccessLayers("settings")
          .whereLayer("memory")
          .mayOnlyAccessLayers("samples")
          .whereLayer("samples")
          .mayNotAccessAnyLayer()
          .whereLayer("settings")
          .mayNotAccessAnyLayer();

  /** What lies between the packages of the pipeline is public in Java, and still nobody else's. */
  @ArchTest
  static final ArchRule othersKnowThePublishedOnesAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.core..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.liegg.core..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAnyPackage(
                              "org.liegg.core",
                              "org.liegg.core.estimate",
                              "org.liegg.core.evidence",
                              "org.liegg.core.integrals",
                              "org.liegg.core.jets",
                              "org.liegg.core.parts",
                              "org.liegg.core.samples",
                              "org.liegg.core.settings"))));
}
