package org.liegg.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Tag;

/** The arrows between the packages of the engine for TensorFlow. */
@AnalyzeClasses(packages = "org.liegg", importOptions = DoNotIncludeTests.class)
@Tag("slow")
class TensorFlowPackagesTest {
  private static final String ENGINE = "org.liegg.engine.tensorflow";

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      SlicesRuleDefinition.slices().matching(ENGINE + ".(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesStandOnEachOther =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("provider")
          .definedBy(ENGINE)
          .layer("differentiate")
          .definedBy(ENGINE + ".differentiate")
          .layer("write")
          .definedBy(ENGINE + ".write")
          .layer("lower")
          .definedBy(ENGINE + ".lower")
          .layer("controlflow")
          .definedBy(ENGINE + ".controlflow")
          .layer("target")
          .definedBy(ENGINE + ".target")
          .layer("read")
          .definedBy(ENGINE + ".read")
          .layer("runtime")
          .definedBy(ENGINE + ".runtime")
          .layer("graph")
          .definedBy(ENGINE + ".graph")
          .whereLayer("provider")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("differentiate")
          .mayOnlyAccessLayers("lower", "controlflow", "target", "runtime", "graph")
          .whereLayer("write")
          .mayOnlyAccessLayers("read", "graph")
          .whereLayer("lower")
          .mayOnlyAccessLayers("controlflow", "target", "read", "runtime", "graph")
          .whereLayer("controlflow")
          .mayOnlyAccessLayers("runtime", "graph")
          .whereLayer("target")
          .mayOnlyAccessLayers("read", "runtime", "graph")
          .whereLayer("read")
          .mayOnlyAccessLayers("runtime", "graph")
          .whereLayer("runtime")
          .mayOnlyAccessLayers("graph")
          .whereLayer("graph")
          .mayNotAccessAnyLayer();

  /** A new package has to find its place among the layers. */
  @ArchTest
  static final ArchRule everyPackageIsALayer =
      noClasses()
          .that()
          .resideInAPackage(ENGINE + "..")
          .should()
          .resideOutsideOfPackages(
              ENGINE,
              ENGINE + ".differentiate",
              ENGINE + ".write",
              ENGINE + ".lower",
              ENGINE + ".controlflow",
              ENGINE + ".target",
              ENGINE + ".read",
              ENGINE + ".runtime",
              ENGINE + ".graph");

  /** What lies between the packages is public in Java, and still nobody else's. */
  @ArchTest
  static final ArchRule othersKnowTheWayInAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage(ENGINE + "..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ENGINE + "..")
                  .and(DescribedPredicate.not(resideInAPackage(ENGINE))));
}
