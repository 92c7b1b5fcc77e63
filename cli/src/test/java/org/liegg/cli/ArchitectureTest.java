package org.liegg.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.liegg.groups.embed.EmbeddedReference;
import org.liegg.groups.image.DerivativeFilter;

/** The arrows between the modules. */
@AnalyzeClasses(packages = "org.liegg", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest static final ArchRule apiKnowsNothingElseOfOurs = only("org.liegg.api..");

  @ArchTest
  static final ArchRule groupsKnowTheApiAlone = only("org.liegg.groups..", "org.liegg.api..");

  @ArchTest
  static final ArchRule blasKnowsTheApiAlone = only("org.liegg.blas..", "org.liegg.api..");

  @ArchTest
  static final ArchRule linalgKnowsTheApiAndBlas =
      only("org.liegg.linalg..", "org.liegg.api..", "org.liegg.blas..");

  @ArchTest
  static final ArchRule enginesKnowTheApiAndBlas =
      only("org.liegg.engine..", "org.liegg.api..", "org.liegg.blas..");

  @ArchTest
  static final ArchRule onlyBlasCallsTheNativeLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.blas..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.bytedeco.openblas..");

  @ArchTest
  static final ArchRule onlyDecompositionsAndEnginesKnowBlas =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.liegg.blas..", "org.liegg.linalg..", "org.liegg.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.liegg.blas..");

  @ArchTest
  static final ArchRule nothingKnowsTheEngineOfKeras =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.engine.keras..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.liegg.engine.keras..", "io.jhdf..");

  @ArchTest
  static final ArchRule isolationKnowsTheApiAlone =
      only("org.liegg.isolation..", "org.liegg.api..");

  @ArchTest
  static final ArchRule dataKnowsTheApiAlone = only("org.liegg.data..", "org.liegg.api..");

  @ArchTest
  static final ArchRule metricsKnowTheApiAlone = only("org.liegg.metrics..", "org.liegg.api..");

  @ArchTest
  static final ArchRule reportsKnowTheApiAlone = only("org.liegg.report..", "org.liegg.api..");

  @ArchTest
  static final ArchRule algebraKnowsTheApiAndMetrics =
      only("org.liegg.algebra..", "org.liegg.api..", "org.liegg.metrics..");

  @ArchTest
  static final ArchRule coreKnowsTheApiMetricsAlgebraAndGroups =
      only(
          "org.liegg.core..",
          "org.liegg.api..",
          "org.liegg.metrics..",
          "org.liegg.algebra..",
          "org.liegg.groups..");

  @ArchTest
  static final ArchRule trainingKnowsThePipelineAndItsEngine =
      only(
          "org.liegg.training..",
          "org.liegg.api..",
          "org.liegg.core..",
          "org.liegg.data..",
          "org.liegg.engine.dl4j..",
          "org.liegg.groups..",
          "org.liegg.metrics..");

  @ArchTest
  static final ArchRule studiesKnowThePipelineAndTheEngineTheyTrainFor =
      only(
          "org.liegg.study..",
          "org.liegg.api..",
          "org.liegg.core..",
          "org.liegg.data..",
          "org.liegg.engine.dl4j..",
          "org.liegg.groups..",
          "org.liegg.metrics..");

  @ArchTest
  static final ArchRule nothingKnowsTraining =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.training..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.liegg.training..");

  @ArchTest
  static final ArchRule onlyTheApplicationAndTheCommandKnowStudies =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.liegg.study..", "org.liegg.app..", "org.liegg.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.liegg.study..");

  @ArchTest
  static final ArchRule theApplicationDoesNotKnowTheCommand =
      noClasses()
          .that()
          .resideInAPackage("org.liegg.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.liegg.cli..");

  @ArchTest
  static final ArchRule onlyTheCompositionRootKnowsGuice =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.app..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.inject..", "jakarta.inject..");

  @ArchTest
  static final ArchRule onlyItsEnginesItsListenerAndItsTrainerKnowDeeplearning4j =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.liegg.engine.dl4j..",
              "org.liegg.engine.keras..",
              "org.liegg.training.dl4j..",
              "org.liegg.study.network..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.deeplearning4j..", "org.nd4j..");

  @ArchTest
  static final ArchRule onlyItsEngineKnowsTensorFlow =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.engine.tensorflow..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tensorflow..");

  @ArchTest
  static final ArchRule theApiHasNoDependencies =
      classes()
          .that()
          .resideInAPackage("org.liegg.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.liegg.api..");

  @ArchTest
  static final ArchRule modulesHaveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.(*)..").should().beFreeOfCycles();

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
          .whereLayer("streaming")
          .mayOnlyBeAccessedByLayers("lobpcg", "providers")
          .whereLayer("spi")
          .mayOnlyBeAccessedByLayers("streaming", "lobpcg", "providers")
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

  /** What lies between the packages of linalg is public in Java, and still nobody else's. */
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
          .layer("dense")
          .definedBy("org.liegg.engine.dl4j.dense")
          .layer("archive")
          .definedBy("org.liegg.engine.dl4j.archive")
          .layer("session")
          .definedBy("org.liegg.engine.dl4j.session")
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("graph")
          .mayOnlyAccessLayers("dense", "archive", "session")
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
  static final ArchRule affineProductsStandOnBlas =
      noClasses()
          .that()
          .resideInAPackage("org.liegg.blas")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.liegg.blas.affine..");

  @ArchTest
  static final ArchRule packagesOfGroupsHaveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.groups.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfGroupsStandOnEachOther =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("provider")
          .definedBy("org.liegg.groups.provider")
          .layer("root")
          .definedBy("org.liegg.groups")
          .layer("grammar")
          .definedBy("org.liegg.groups.grammar")
          .layer("embed")
          .definedBy("org.liegg.groups.embed")
          .layer("flow")
          .definedBy("org.liegg.groups.flow")
          .layer("compose")
          .definedBy("org.liegg.groups.compose")
          .layer("image")
          .definedBy("org.liegg.groups.image")
          .layer("basic")
          .definedBy("org.liegg.groups.basic")
          .layer("field")
          .definedBy("org.liegg.groups.field")
          .whereLayer("provider")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("root")
          .mayOnlyBeAccessedByLayers("provider")
          .whereLayer("grammar")
          .mayOnlyAccessLayers("compose")
          .whereLayer("embed")
          .mayOnlyAccessLayers("compose", "image", "field")
          .whereLayer("flow")
          .mayOnlyAccessLayers("compose", "image", "field")
          .whereLayer("compose")
          .mayOnlyAccessLayers("image", "field")
          .whereLayer("image")
          .mayOnlyAccessLayers("basic", "field")
          .whereLayer("basic")
          .mayOnlyAccessLayers("field")
          .whereLayer("field")
          .mayNotAccessAnyLayer();

  /** The root, and the types of its signatures that lie below it. */
  @ArchTest
  static final ArchRule othersKnowTheRootOfGroupsAlone =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.groups..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.liegg.groups.*..")
                  .and(
                      DescribedPredicate.not(
                          JavaClass.Predicates.belongToAnyOf(
                              DerivativeFilter.class, EmbeddedReference.class))));

  @ArchTest
  static final ArchRule packagesOfStudiesHaveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.study.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule packagesOfStudiesStandOnEachOther =
      Architectures.layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("root")
          .definedBy("org.liegg.study")
          .layer("run")
          .definedBy("org.liegg.study.run")
          .layer("task")
          .definedBy("org.liegg.study.task")
          .layer("result")
          .definedBy("org.liegg.study.result")
          .layer("network")
          .definedBy("org.liegg.study.network")
          .layer("spec")
          .definedBy("org.liegg.study.spec")
          .whereLayer("root")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("run")
          .mayOnlyBeAccessedByLayers("root")
          .whereLayer("task")
          .mayOnlyAccessLayers("spec", "network")
          .whereLayer("network")
          .mayNotAccessAnyLayer()
          .whereLayer("result")
          .mayOnlyAccessLayers("spec")
          .whereLayer("spec")
          .mayOnlyAccessLayers("network");

  private static ArchRule only(String module, String... known) {
    DescribedPredicate<JavaClass> others =
        resideInAPackage("org.liegg..")
            .and(DescribedPredicate.not(resideInAPackage(module)))
            .and(
                DescribedPredicate.not(
                    JavaClass.Predicates.resideInAnyPackage(
                        known.length == 0 ? new String[] {module} : known)));
    return noClasses().that().resideInAPackage(module).should().dependOnClassesThat(others);
  }
}
