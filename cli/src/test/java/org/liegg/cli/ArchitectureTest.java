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
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

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
          .resideInAPackage("org.liegg.engine.keras..");

  @ArchTest
  static final ArchRule onlyWhatReadsItsFilesKnowsHdf5 =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.liegg.engine.keras..", "org.liegg.data.hdf5..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.jhdf..");

  @ArchTest
  static final ArchRule nothingKnowsTheFormatsThatAreModules =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.liegg.data.hdf5..", "org.liegg.data.parquet..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.liegg.data.hdf5..",
              "org.liegg.data.parquet..",
              "org.apache.parquet..",
              "io.airlift..");

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
  static final ArchRule onlyItsEngineKnowsOnnx =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.engine.onnx..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.liegg.engine.onnx..", "ai.onnxruntime..", "ai.onnx..", "org.tribuo..");

  @ArchTest
  static final ArchRule onlyItsEngineAsksServers =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.engine.http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.liegg.engine.http..", "java.net.http..");

  @ArchTest
  static final ArchRule packagesOfTheEngineForOnnxHaveNoCycles =
      SlicesRuleDefinition.slices()
          .matching("org.liegg.engine.onnx.(**)")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyItsEngineKnowsPytorch =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.engine.pytorch..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.liegg.engine.pytorch..", "ai.djl..");

  @ArchTest
  static final ArchRule onlyTheRunningPartOfTheEngineForPytorchKnowsItsLibrary =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.liegg.engine.pytorch.run..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ai.djl..");

  @ArchTest
  static final ArchRule packagesOfTheEngineForPytorchHaveNoCycles =
      SlicesRuleDefinition.slices()
          .matching("org.liegg.engine.pytorch.(**)")
          .should()
          .beFreeOfCycles();

  @ArchTest
  static final ArchRule theApiHasNoDependencies =
      classes()
          .that()
          .resideInAPackage("org.liegg.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.liegg.api..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule modulesHaveNoCycles =
      SlicesRuleDefinition.slices().matching("org.liegg.(*)..").should().beFreeOfCycles();

  /** What lies between the packages of linalg is public in Java, and still nobody else's. */

  /** The root, and the types of its signatures that lie below it. */
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
