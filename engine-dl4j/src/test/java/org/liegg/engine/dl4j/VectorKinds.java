package org.liegg.engine.dl4j;

import static org.liegg.engine.dl4j.LayerKind.classifier;
import static org.liegg.engine.dl4j.LayerKind.dense;
import static org.liegg.engine.dl4j.LayerKind.vector;

import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.dropout.AlphaDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.dropout.GaussianNoise;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.AutoEncoder;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.CenterLossOutputLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.misc.ElementWiseMultiplicationLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayerWithBackprop;
import org.deeplearning4j.nn.conf.layers.misc.RepeatVector;
import org.deeplearning4j.nn.conf.layers.variational.VariationalAutoencoder;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationELU;
import org.nd4j.linalg.activations.impl.ActivationGELU;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks on vectors, none of which is a plain chain of dense layers. */
final class VectorKinds {

  private VectorKinds() {}

  // Deeplearning4j's builder is generic in itself.
  @SuppressWarnings("rawtypes")
  static Stream<LayerKind> all() {
    BatchNormalization norm = new BatchNormalization();
    return Stream.of(
        vector("layer normalisation", dense(5).hasLayerNorm(true).build(), classifier(3)),
        vector("batch-norm", dense(5).build(), norm, classifier(3)),
        vector(
            "batch-norm of plain variances",
            dense(5).build(),
            new BatchNormalization.Builder().useLogStd(false).build(),
            classifier(3)),
        vector(
            "batch-norm with fixed gains",
            dense(5).build(),
            new BatchNormalization.Builder().lockGammaBeta(true).gamma(1.5).beta(0.5).build(),
            classifier(3)),
        vector("batch-norm first", norm, dense(5).build(), classifier(3)),
        vector(
            "dropout everywhere",
            dense(5).dropOut(0.5).build(),
            norm,
            dense(5).dropOut(new GaussianDropout(0.5)).weightNoise(new DropConnect(0.5)).build(),
            dense(5).dropOut(new GaussianNoise(0.5)).build(),
            dense(5).dropOut(new AlphaDropout(0.5)).build(),
            new DropoutLayer(0.5),
            classifier(3)),
        vector(
            "frozen layers",
            new FrozenLayer(dense(5).build()),
            new FrozenLayer(norm),
            new FrozenLayer(dense(6).dropOut(0.5).build()),
            new FrozenLayerWithBackprop(dense(5).dropOut(0.5).build()),
            classifier(3)),
        vector(
            "elementwise multiplication",
            dense(5).build(),
            new ElementWiseMultiplicationLayer.Builder()
                .nIn(5)
                .nOut(5)
                .activation(Activation.TANH)
                .build(),
            classifier(3)),
        vector(
            "repeated vector",
            dense(5).build(),
            new RepeatVector.Builder(3).build(),
            LayerKind.everyTime()),
        vector(
            "autoencoder",
            new AutoEncoder.Builder()
                .nOut(5)
                .corruptionLevel(0.5)
                .activation(Activation.TANH)
                .build(),
            classifier(3)),
        vector(
            "variational autoencoder",
            new VariationalAutoencoder.Builder()
                .nOut(5)
                .encoderLayerSizes(6)
                .decoderLayerSizes(6)
                .activation(Activation.TANH)
                .build(),
            classifier(3)),
        vector(
            "centre loss",
            dense(5).build(),
            new CenterLossOutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                .nOut(3)
                .activation(Activation.SOFTMAX)
                .lambda(0.5)
                .build()),
        vector(
            "loss layer",
            norm,
            dense(5).build(),
            new LossLayer.Builder(LossFunctions.LossFunction.MSE)
                .activation(Activation.SOFTMAX)
                .build()),
        vector("dense layer last", norm, dense(5).build()),
        vector("batch-norm last", dense(5).build(), norm),
        vector(
            "activation layers",
            norm,
            new ActivationLayer(Activation.GELU),
            dense(5).activation(Activation.IDENTITY).build(),
            new ActivationLayer(Activation.SWISH),
            new ActivationLayer(Activation.TANH),
            classifier(3)),
        vector(
            "ELU of 0.3", norm, dense(5).activation(new ActivationELU(0.3)).build(), classifier(3)),
        vector(
            "precise GELU",
            norm,
            dense(5).activation(new ActivationGELU(true)).build(),
            classifier(3)));
  }
}
