package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;

class DecompositionContractTest {

  /** The contract on a decomposition that keeps it. */
  @Nested
  class ACorrectDecomposition extends DecompositionContract {
    @Override
    public DecompositionProvider provider() {
      return new PlainProvider(PlainDecomposition::new);
    }
  }

  /** The contract on one that gives the smallest few. */
  @Nested
  class ACorrectPartialDecomposition extends DecompositionContract {
    @Override
    public DecompositionProvider provider() {
      return new PartialProvider(PartialProvider::smallest);
    }
  }

  @Test
  void rejectsTheLargestWhereTheSmallestWereWanted() {
    DecompositionContract contract = contract(new PartialProvider(PartialProvider::largest));
    rejected(contract::decomposesATallMatrix);
    rejected(contract::findsTheNullspaceOfARankDeficientMatrix);
    rejected(contract::resolvesAGradedSpectrumToItsAccuracyClass);
  }

  @Test
  void rejectsFewerThanWereWanted() {
    DecompositionContract contract = contract(new PartialProvider(PartialProvider::tooFew));
    rejected(contract::decomposesATallMatrix);
    rejected(contract::theIdentityHasOnlyOnes);
    rejected(contract::ofNothingAcceptedEverySingularValueIsZero);
  }

  @Test
  void rejectsAPartWhereTheWholeWasPromised() {
    rejects(
        DecompositionContract::decomposesATallMatrix,
        WrongDecompositions.thatReturn(svd -> PartialProvider.smallest(svd, 4)));
  }

  @Test
  void rejectsAscendingValues() {
    rejects(
        DecompositionContract::decomposesATallMatrix,
        WrongDecompositions.thatReturn(WrongDecompositions::ascending));
  }

  @Test
  void rejectsVectorsOfOtherValues() {
    rejects(
        DecompositionContract::findsTheNullspaceOfARankDeficientMatrix,
        WrongDecompositions.thatReturn(WrongDecompositions::reversedVectors));
  }

  @Test
  void rejectsVectorsThatAreNotNormalised() {
    rejects(
        DecompositionContract::theIdentityHasOnlyOnes,
        WrongDecompositions.thatReturn(WrongDecompositions::stretchedVectors));
  }

  @Test
  void rejectsGarbageVectorsBesideRightValues() {
    rejects(
        DecompositionContract::decomposesASquareMatrix,
        WrongDecompositions.thatReturn(WrongDecompositions::garbageVectors));
  }

  @Test
  void rejectsLessAccuracyThanPromised() {
    rejects(
        DecompositionContract::resolvesAGradedSpectrumToItsAccuracyClass,
        WrongDecompositions.thatReturn(WrongDecompositions::noisyValues));
  }

  @Test
  void rejectsASpectrumCutToTheRows() {
    rejects(
        DecompositionContract::padsTheSpectrumOfAWideMatrixWithZeros,
        WrongDecompositions.thatReturn(WrongDecompositions::withoutZeros));
  }

  @Test
  void rejectsSquaresThatOverflow() {
    rejects(
        DecompositionContract::survivesTinyAndHugeScales,
        WrongDecompositions.thatReturn(WrongDecompositions::withoutScaling));
  }

  @Test
  void rejectsResultsThatDifferInTheLastBit() {
    rejects(
        DecompositionContract::theSameInputGivesTheSameBits,
        WrongDecompositions.thatReturn(WrongDecompositions::trembling));
  }

  @Test
  void rejectsTheOtherSign() {
    rejects(
        DecompositionContract::theLargestEntryOfEveryVectorIsPositive,
        WrongDecompositions::withoutOrientation);
  }

  @Test
  void rejectsRowsLostAtTheEdgesOfBatches() {
    rejects(
        DecompositionContract::theSizeOfBatchesDoesNotMatter,
        WrongDecompositions::losingBatchEdges);
  }

  @Test
  void rejectsForgottenMerges() {
    rejects(
        DecompositionContract::mergedPartsEqualOnePassWhateverTheSplit,
        WrongDecompositions::forgettingMerges);
  }

  @Test
  void rejectsRestoredPartsThatAMergeForgets() {
    rejects(
        DecompositionContract::mergesWhatWasRestoredAndIntoWhatWasRestored,
        WrongDecompositions::forgettingMerges);
  }

  @Test
  void rejectsMergesThatNeedSomethingToBeginWith() {
    rejects(DecompositionContract::mergesWhatHasAcceptedNothing, WrongDecompositions::emptyForEver);
  }

  @Test
  void rejectsAnEmptyStateThatIsNotEmpty() {
    DecompositionContract contract =
        contract(
            new PlainProvider(PlainDecomposition::new) {
              @Override
              public Decomposition restore(byte[] state) {
                Decomposition decomposition = super.restore(state);
                decomposition.accept(KnownRows.random(1, decomposition.columns(), 1));
                return decomposition;
              }
            });
    rejected(contract::aStateOfNothingIsAState);
  }

  @Test
  void rejectsVectorsOfOtherValuesWhereColumnsRepeatOrVanish() {
    IntFunction<PlainDecomposition> wrong =
        WrongDecompositions.thatReturn(WrongDecompositions::reversedVectors);
    rejects(DecompositionContract::duplicatedColumnsAreANullspace, wrong);
    rejects(DecompositionContract::findsInsensitiveColumnsAmongManyRows, wrong);
  }

  @Test
  void rejectsTheOtherSignOfASingleNumber() {
    rejects(
        DecompositionContract::decomposesASingleNumber, WrongDecompositions::withoutOrientation);
  }

  @Test
  void rejectsDecompositionsThatShareTheirScratch() {
    DecompositionContract contract =
        contract(new PlainProvider(WrongDecompositions.sharingAScratch()));
    rejected(
        () -> {
          try {
            contract.decompositionsInSeveralThreadsGiveTheResultsOfOne();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void rejectsMomentsThatAMergeReplaces() {
    rejects(
        DecompositionContract::mergedPartsEqualOnePassWhateverTheOrder,
        WrongDecompositions::replacingMoments);
  }

  @Test
  void rejectsNaNTakenForANumber() {
    rejects(
        DecompositionContract::refusesValuesThatAreNotFinite, WrongDecompositions::takingAnyValue);
  }

  @Test
  void rejectsUseAfterTheEnd() {
    rejects(DecompositionContract::refusesUseAfterFinish, WrongDecompositions::neverOver);
    rejects(DecompositionContract::refusesUseAfterClose, WrongDecompositions::neverOver);
    rejects(DecompositionContract::refusesUseAfterBeingMerged, WrongDecompositions::neverOver);
  }

  @Test
  void rejectsMixedInput() {
    rejects(DecompositionContract::refusesToMixRowsAndPolarizations, WrongDecompositions::mixing);
  }

  @Test
  void rejectsStatesThatAreNotChecked() {
    DecompositionContract contract =
        contract(
            new PlainProvider(PlainDecomposition::new) {
              @Override
              public Decomposition restore(byte[] state) {
                return new PlainDecomposition(9);
              }
            });
    rejected(contract::refusesATruncatedState);
    rejected(contract::refusesAnAlteredState);
    rejected(contract::refusesAForeignState);
    rejected(contract::continuesFromItsState);
  }

  @Test
  void rejectsDividingByDirectionsThatNothingFeels() {
    rejects(
        DecompositionContract::countsFieldsIntoDeadInputsAsTrivial,
        WrongDecompositions.withDefects(new WrongDecompositions.WithoutCut()));
    rejects(
        DecompositionContract::countsFieldsAcrossABottleneckAsTrivial,
        WrongDecompositions.withDefects(new WrongDecompositions.WithoutCut()));
  }

  @Test
  void rejectsCallingWeaklyFeltDirectionsTrivial() {
    rejects(
        DecompositionContract::doesNotMoveWhenCoordinatesAreMixed,
        WrongDecompositions.withDefects(new WrongDecompositions.CoarseCut()));
  }

  @Test
  void rejectsABaselineTakenFromTheSameSamples() {
    rejects(
        DecompositionContract::directionsSolveTheGeneralisedProblem,
        WrongDecompositions.withDefects(new WrongDecompositions.OfTheSameSample()));
  }

  @Test
  void rejectsOutputsSummedBeforeSquaring() {
    rejects(
        DecompositionContract::sumsOverOutputsOnlyAfterSquaring,
        WrongDecompositions.withDefects(new WrongDecompositions.SummingOutputs()));
  }

  private static void rejects(
      Consumer<DecompositionContract> test, IntFunction<PlainDecomposition> wrong) {
    DecompositionContract contract = contract(new PlainProvider(wrong));
    rejected(() -> test.accept(contract));
  }

  private static void rejected(Runnable test) {
    // Some wrong results do not even make a record.
    assertThat(catchThrowable(test::run))
        .isInstanceOfAny(AssertionError.class, IllegalArgumentException.class);
  }

  private static DecompositionContract contract(DecompositionProvider provider) {
    return new DecompositionContract() {
      @Override
      public DecompositionProvider provider() {
        return provider;
      }
    };
  }
}
