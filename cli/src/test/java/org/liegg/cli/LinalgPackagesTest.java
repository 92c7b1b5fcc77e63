package org.liegg.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The arrows between the packages of linear algebra. */
@AnalyzeClasses(packages = "org.liegg", importOptions = DoNotIncludeTests.class)
class LinalgPackagesTest {

  @ArchTest
  static final ArchRule packagesOfLinalgHaveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.linalg.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfLinalgStandOnEachOther =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("providers")
          .definedBy("org.liegg.linalg")
          .layer("lobpcg")
          .definedBy("org.liegg.linalg.lobpcg")
          .layer("factors")
          .definedBy("org.liegg.linalg.factors")
          .layer("streaming")
          .definedBy("org.liegg.linalg.streaming")
          .layer("spi")
          .definedBy("org.liegg.linalg.spi")
          .layer("verify")
          .definedBy("org.liegg.linalg.verify")
          .layer("defect")
          .definedBy("org.liegg.linalg.defect")
          .layer("sums")
          .definedBy("org.liegg.linalg.sums")
          .layer("dense")
          .definedBy("org.liegg.linalg.dense")
          .layer("state")
          .definedBy("org.liegg.linalg.state")
          .whereLayer("providers")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("lobpcg")
          .mayOnlyBeAccessedByLayers("providers")
          .whereLayer("factors")
          .mayOnlyBeAccessedByLayers("lobpcg")
          .whereLayer("streaming")
          .mayOnlyBeAccessedByLayers("factors", "lobpcg", "providers")
          .whereLayer("spi")
          .mayOnlyBeAccessedByLayers("streaming", "factors", "lobpcg", "providers")
          .whereLayer("verify")
          .mayOnlyAccessLayers("dense")
          .whereLayer("defect")
          .mayOnlyAccessLayers("sums", "state", "dense")
          .whereLayer("sums")
          .mayOnlyAccessLayers("state", "dense")
          .whereLayer("dense")
          .mayNotAccessAnyLayer()
          .whereLayer("state")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule othersKnowThePublishedPackagesOfLinalgAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.linalg..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.liegg.linalg..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.resideInAnyPackage(
                              "org.liegg.linalg",
                              "org.liegg.linalg.spi",
                              "org.liegg.linalg.state",
                              "org.liegg.linalg.verify"))));
}
