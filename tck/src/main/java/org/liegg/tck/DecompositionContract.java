package org.liegg.tck;

/**
 * What every {@link org.liegg.api.spi.DecompositionProvider} promises. A test of a decomposition
 * extends this class and says which one it is of:
 *
 * <pre>{@code
 * class GramContractTest extends DecompositionContract {
 *   public DecompositionProvider provider() { return new GramProvider(); }
 * }
 * }</pre>
 *
 * <p>The contract has six parts: the spectrum ({@link SpectrumContract}), the accumulator ({@link
 * AccumulatorContract}), bad input ({@link BadInputContract}), the defects ({@link
 * DefectContract}), several at once ({@link ConcurrencyContract}), and rows that stay in parts,
 * where a provider leaves them ({@link DistributedRowsContract}). Values are held to the accuracy
 * that the provider's capabilities claim.
 */
public abstract class DecompositionContract
    implements SpectrumContract,
        AccumulatorContract,
        BadInputContract,
        DefectContract,
        ConcurrencyContract,
        DistributedRowsContract {}
