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
import java.util.List;

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
      onlyFrom(List.of("org.liegg.blas.."), "org.bytedeco.openblas..");

  @ArchTest
  static final ArchRule onlyDecompositionsAndEnginesKnowBlas =
      onlyFrom(
          List.of("org.liegg.blas..", "org.liegg.linalg..", "org.liegg.engine.."),
          "org.liegg.blas..");

  @ArchTest
  static final ArchRule nothingKnowsTheEngineOfKeras =
      onlyFrom(List.of("org.liegg.engine.keras.."), "org.liegg.engine.keras..");

  @ArchTest
  static final ArchRule onlyWhatReadsItsFilesKnowsHdf5 =
      onlyFrom(List.of("org.liegg.engine.keras..", "org.liegg.data.hdf5.."), "io.jhdf..");

  @ArchTest
  static final ArchRule nothingKnowsTheFormatsThatAreModules =
      onlyFrom(
          List.of("org.liegg.data.hdf5..", "org.liegg.data.parquet..", "org.liegg.data.arrow.."),
          "org.liegg.data.hdf5..",
          "org.liegg.data.parquet..",
          "org.liegg.data.arrow..",
          "org.apache.parquet..",
          "org.apache.arrow..",
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
      onlyFrom(List.of("org.liegg.training.."), "org.liegg.training..");

  @ArchTest
  static final ArchRule onlyTheApplicationAndTheCommandKnowStudies =
      onlyFrom(
          List.of("org.liegg.study..", "org.liegg.app..", "org.liegg.cli.."), "org.liegg.study..");

  @ArchTest
  static final ArchRule theClientKnowsTheApiAndReports =
      only("org.liegg.client..", "org.liegg.api..", "org.liegg.report..");

  @ArchTest
  static final ArchRule onlyTheServiceListens =
      onlyFrom(
          List.of("org.liegg.service.."),
          "io.javalin..",
          "org.eclipse.jetty..",
          "jakarta.servlet..");

  @ArchTest
  static final ArchRule onlyTheServiceKnowsDatabases =
      onlyFrom(List.of("org.liegg.service.store.."), "org.jdbi..", "com.zaxxer..", "java.sql..");

  @ArchTest
  static final ArchRule onlyTheCommandKnowsTheService =
      onlyFrom(List.of("org.liegg.service..", "org.liegg.cli.."), "org.liegg.service..");

  @ArchTest
  static final ArchRule theApplicationDoesNotKnowTheCommand =
      noClasses()
          .that()
          .resideInAPackage("org.liegg.app..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.liegg.cli..");

  @ArchTest
  static final ArchRule onlyItsEnginesItsListenerAndItsTrainerKnowDeeplearning4j =
      onlyFrom(
          List.of(
              "org.liegg.engine.dl4j..",
              "org.liegg.engine.keras..",
              "org.liegg.training.dl4j..",
              "org.liegg.study.network.."),
          "org.deeplearning4j..",
          "org.nd4j..");

  @ArchTest
  static final ArchRule onlyItsEngineKnowsTensorFlow =
      onlyFrom(List.of("org.liegg.engine.tensorflow.."), "org.tensorflow..");

  @ArchTest
  static final ArchRule onlyItsEngineKnowsOnnx =
      onlyFrom(
          List.of("org.liegg.engine.onnx.."),
          "org.liegg.engine.onnx..",
          "ai.onnxruntime..",
          "ai.onnx..",
          "org.tribuo..");

  @ArchTest
  static final ArchRule nothingKnowsTheEngineOfServers =
      onlyFrom(List.of("org.liegg.engine.http.."), "org.liegg.engine.http..");

  @ArchTest
  static final ArchRule onlyThatEngineAndTheClientAskServers =
      onlyFrom(List.of("org.liegg.engine.http..", "org.liegg.client.."), "java.net.http..");

  @ArchTest
  static final ArchRule packagesOfTheEngineForOnnxHaveNoCycles =
      noCyclesAmong("org.liegg.engine.onnx.(**)");

  @ArchTest
  static final ArchRule onlyItsEngineKnowsPytorch =
      onlyFrom(List.of("org.liegg.engine.pytorch.."), "org.liegg.engine.pytorch..", "ai.djl..");

  @ArchTest
  static final ArchRule onlyTheRunningPartOfTheEngineForPytorchKnowsItsLibrary =
      onlyFrom(List.of("org.liegg.engine.pytorch.run.."), "ai.djl..");

  @ArchTest
  static final ArchRule packagesOfTheEngineForPytorchHaveNoCycles =
      noCyclesAmong("org.liegg.engine.pytorch.(**)");

  @ArchTest
  static final ArchRule theApiHasNoDependencies =
      classes()
          .that()
          .resideInAPackage("org.liegg.api..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "org.liegg.api..");

  @ArchTest static final ArchRule packagesHaveNoCycles = noCyclesAmong("org.liegg.(**)");

  @ArchTest static final ArchRule modulesHaveNoCycles = noCyclesAmong("org.liegg.(*)..");

  /** Nothing outside of these packages depends on what is known there alone. */
  private static ArchRule onlyFrom(List<String> homes, String... known) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(known);
  }

  private static ArchRule noCyclesAmong(String slices) {
    return SlicesRuleDefinition.slices().matching(slices).should().beFreeOfCycles();
  }

  /** What is ours and known to a module: itself alone, where nothing is said. */
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
