package org.liegg.study.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.study.spec.Augmentation;
import org.liegg.study.spec.Cell;
import org.liegg.study.spec.Regime;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.TaskKind;

/** The text of logs and the keys of cells stay as they are, however records are grouped. */
class StudyFormatTest {
  private static final String MEASURED =
      "{'key':'k1','cell':{'hiddenLayers':2,'width':12,'parameterBudget':1500,'para"
          + "meters':301,'samples':1000,'seed':7,'regime':{'augmentation':'NONE','weightD"
          + "ecay':0.5,'pretrain':3,'layerwise':true}},'status':'DONE','findings':{'testE"
          + "rror':0.25,'accuracy':0.75,'variances':[1.0E-9,0.5],'varianceSmallest':1.0E-"
          + "9,'varianceMean':2.0E-9,'defectSmallest':0.001,'referenceDefect':0.002,'refe"
          + "renceDefectInterval':[0.0015,0.003],'referenceDefectMean':0.0018,'bias':0.1,"
          + "'largestAngle':3.5,'dimension':10,'dimensionInterval':[9,10],'gap':42.0,'ver"
          + "dict':'invariant','generator':[0.6,-0.8]},'track':[{'epoch':0,'findings':{'t"
          + "estError':'NaN','variances':[1.0],'varianceSmallest':1.0,'dimension':0,'verd"
          + "ict':'insufficient-evidence','generator':[1.0]}}],'orbits':[],'seconds':1.5,"
          + "'message':''}";
  private static final String FAILED =
      "{'key':'k2','cell':{'hiddenLayers':2,'width':12,'parameterBudget':1500,'para"
          + "meters':301,'samples':1000,'seed':7,'regime':{'augmentation':'NONE','weightD"
          + "ecay':0.5,'pretrain':3,'layerwise':true}},'status':'FAILED','track':[],'orbi"
          + "ts':[],'seconds':0.0,'message':'no'}";
  private static final String BUILT_IN =
      "{'name':'o5','task':'o5','action':'gl(5)^2','reference':'so(5)','head':'outp"
          + "ut','grid':{'hiddenLayers':[1,2,3,4,6],'widths':[],'parameterBudgets':[1500,"
          + "4500,13500,40000],'seeds':[1,2,3],'samples':[10000],'regimes':[{'augmentatio"
          + "n':'NONE','weightDecay':0.0,'pretrain':0,'layerwise':false}]},'training':{'e"
          + "pochs':40,'batchSize':250,'learningRate':0.005,'schedule':'COSINE','activati"
          + "on':'SWISH'},'evaluation':{'samples':5000,'tolerance':0.01,'trackEvery':0},'"
          + "seed':1}";
  private static final String OF_FILES =
      "{'name':'data','task':'data','action':'gl(3)','head':'output','grid':{'hidde"
          + "nLayers':[1,2,3,4,6],'widths':[],'parameterBudgets':[1500,4500,13500,40000],"
          + "'seeds':[1,2,3],'samples':[500],'regimes':[{'augmentation':'NONE','weightDec"
          + "ay':0.0,'pretrain':0,'layerwise':false}]},'training':{'epochs':40,'batchSize"
          + "':250,'learningRate':0.005,'schedule':'COSINE','activation':'SWISH'},'evalua"
          + "tion':{'samples':5000,'tolerance':0.01,'trackEvery':0},'data':{'inputs':'aa'"
          + ",'targets':'bb','loss':'MEAN_SQUARED_ERROR','testShare':0.2},'seed':9}";

  private static final Cell CELL =
      new Cell(2, 12, Optional.of(1500), 301, 1000, 7, new Regime(Augmentation.NONE, 0.5, 3, true));

  @Test
  void allNumbersOfACellStandSideBySide() {
    assertThat(StudyFormat.line(measured())).isEqualTo(json(MEASURED));
    assertThat(StudyFormat.line(failed())).isEqualTo(json(FAILED));
  }

  @Test
  void aLineIsReadAsItWasWritten() throws JsonProcessingException {
    for (String line : List.of(json(MEASURED), json(FAILED))) {
      assertThat(StudyFormat.line(StudyFormat.cell(line))).isEqualTo(line);
    }
  }

  @Test
  void aLineWithAFieldThatNoCellHasIsRefused() {
    String line = json(MEASURED);
    for (String key : List.of("status", "testError", "gap")) {
      String other = line.replace("\"" + key + "\"", "\"" + key + "s\"");
      assertThatThrownBy(() -> StudyFormat.cell(other)).isInstanceOf(JsonProcessingException.class);
    }
  }

  @Test
  void specsKeepTheTextThatKeysAreMadeOf() {
    assertThat(StudyFormat.spec(StudySpec.builder(TaskKind.O5).build(), Map.of()).toString())
        .isEqualTo(json(BUILT_IN));
    StudySpec files =
        StudySpec.builder(TaskKind.DATA)
            .action("gl(3)")
            .samples(List.of(500))
            .inputs(Path.of("x"))
            .targets(Path.of("y"))
            .seed(9)
            .build();
    assertThat(StudyFormat.spec(files, Map.of("inputs", "aa", "targets", "bb")).toString())
        .isEqualTo(json(OF_FILES));
  }

  private static String json(String quoted) {
    return quoted.replace('\'', '"');
  }

  private static CellResult measured() {
    Findings all =
        new Findings(
            new Findings.HeldOut(0.25, Optional.of(0.75)),
            new Findings.Variances(new double[] {1e-9, 0.5}, 1e-9, Optional.of(2e-9)),
            new Findings.Defects(
                Optional.of(0.001),
                Optional.of(0.002),
                Optional.of(new double[] {0.0015, 0.003}),
                Optional.of(0.0018)),
            new Findings.Distance(Optional.of(0.1), Optional.of(3.5)),
            new Findings.Symmetries(
                10, Optional.of(new int[] {9, 10}), Optional.of(42.0), "invariant"),
            new double[] {0.6, -0.8});
    Findings few =
        new Findings(
            new Findings.HeldOut(Double.NaN, Optional.empty()),
            new Findings.Variances(new double[] {1}, 1, Optional.empty()),
            new Findings.Defects(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Findings.Distance(Optional.empty(), Optional.empty()),
            new Findings.Symmetries(0, Optional.empty(), Optional.empty(), "insufficient-evidence"),
            new double[] {1});
    return new CellResult(
        "k1",
        CELL,
        new CellResult.Outcome(CellResult.Status.DONE, Optional.of(all), Optional.empty()),
        List.of(new TrackPoint(0, few)),
        List.of(),
        1.5,
        "");
  }

  private static CellResult failed() {
    return new CellResult(
        "k2",
        CELL,
        new CellResult.Outcome(CellResult.Status.FAILED, Optional.empty(), Optional.empty()),
        List.of(),
        List.of(),
        0,
        "no");
  }
}
