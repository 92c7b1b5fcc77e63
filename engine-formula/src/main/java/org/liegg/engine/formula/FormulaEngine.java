package org.liegg.engine.formula;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.support.FunctionEngine;
import org.liegg.api.spi.support.FunctionModel;
import org.liegg.api.spi.support.JarVersion;
import org.liegg.api.spi.support.RegularFile;
import org.liegg.api.spi.support.Sha256;

/** The engine {@code formula}: functions of {@code .formula} files, with exact derivatives. */
public final class FormulaEngine extends FunctionEngine {
  private static final String ENDING = ".formula";

  /** 1 MiB of text. */
  private static final int LARGEST = 1 << 20;

  /** Reads nothing yet. */
  public FormulaEngine() {
    super(
        "formula",
        JarVersion.of(FormulaEngine.class, "org.liegg", "liegg-engine-formula"),
        "functions written down in .formula files");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source instanceof ModelSource.File file
        && file.path().toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  @Override
  protected FunctionModel read(ModelSource source) {
    if (!(source instanceof ModelSource.File file)) {
      throw fault("LIEGG-MODEL-UNSUPPORTED", source, "it is no file");
    }
    byte[] bytes = bytes(source, file);
    Formula formula = Formula.parse(text(source, bytes), "model " + source.description());
    return new FunctionModel(
        formula.inputs().size(), formula.outputs().size(), sha256(bytes), formula.function());
  }

  private static byte[] bytes(ModelSource source, ModelSource.File file) {
    try {
      return RegularFile.bytes(file.path(), LARGEST);
    } catch (NoSuchFileException e) {
      throw fault("LIEGG-MODEL-UNREADABLE", source, "there is no such file");
    } catch (IOException e) {
      throw fault("LIEGG-MODEL-UNREADABLE", source, RegularFile.reason(e));
    }
  }

  private static String text(ModelSource source, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw fault("LIEGG-MODEL-CORRUPT", source, "it is not text in UTF-8");
    }
  }

  private static String sha256(byte[] bytes) {
    Sha256 sha256 = new Sha256();
    sha256.update(bytes, bytes.length);
    return sha256.hex();
  }

  private static ModelException fault(String code, ModelSource source, String found) {
    return new ModelException(
        code,
        "model " + source.description(),
        found,
        "give a text file with a line 'inputs x, y' and a line 'NAME = EXPRESSION' for every"
            + " output");
  }
}
