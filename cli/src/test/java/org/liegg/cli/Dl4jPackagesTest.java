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

/**
 * The arrows between the packages of the engine for Deeplearning4j, and of the kernels it stands
 * on.
 */
@AnalyzeClasses(packages = "org.liegg", importOptions = DoNotIncludeTests.class)
class Dl4jPackagesTest {

  @ArchTest
  static final ArchRule packagesOfTheEngineOfDeeplearning4jHaveNoCycles =
      SlicesRuleDefinition.slices()
          .matching("org.liegg.engine.dl4j.(**)")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfTheEngineOfDeeplearning4jStandOnEachOther =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("root")
          .definedBy("org.liegg.engine.dl4j")
          .layer("graph")
          .definedBy("org.liegg.engine.dl4j.graph")
          .layer("image")
          .definedBy("org.liegg.engine.dl4j.image")
          .layer("flow")
          .definedBy("org.liegg.engine.dl4j.flow")
          .layer("dense")
          .definedBy("org.liegg.engine.dl4j.dense")
          .layer("archive")
          .definedBy("org.liegg.engine.dl4j.archive")
          .layer("session")
          .definedBy("org.liegg.engine.dl4j.session")
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("graph")
          .mayOnlyAccessLayers("image", "flow", "dense", "archive", "session")
          .whereLayer("image")
          .mayOnlyAccessLayers("flow", "dense", "archive", "session")
          .whereLayer("flow")
          .mayOnlyAccessLayers("dense", "session")
          .whereLayer("dense")
          .mayOnlyAccessLayers("archive", "session")
          .whereLayer("archive")
          .mayOnlyAccessLayers("session")
          .whereLayer("session")
          .mayNotAccessAnyLayer();

  @ArchTest
  static final ArchRule othersKnowTheRootOfTheEngineOfDeeplearning4jAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.engine.dl4j..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.liegg.engine.dl4j..")
                  .and(DescribedPredicate.not(resideInAPackage("org.liegg.engine.dl4j"))));

  @ArchTest
  static final ArchRule chainsDoNotStartDeeplearning4j =
      noClasses()
          .that()
          .resideInAPackage("org.liegg.engine.dl4j.dense..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..");

  @ArchTest
  static final ArchRule networksOfImagesAreComputedWithoutArraysOfNd4j =
      noClasses()
          .that()
          .resideInAnyPackage("org.liegg.engine.dl4j.image..", "org.liegg.engine.dl4j.flow..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.nd4j.linalg.factory..", "org.nd4j.linalg.api.ndarray..");

  @ArchTest
  static final ArchRule affineProductsStandOnBlas =
      noClasses()
          .that()
          .resideInAPackage("org.liegg.blas")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.liegg.blas.affine..");
}
