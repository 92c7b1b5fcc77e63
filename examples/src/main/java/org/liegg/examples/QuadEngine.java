package org.liegg.examples;

import org.liegg.api.ModelSource;
import org.liegg.api.spi.support.FunctionEngine;
import org.liegg.api.spi.support.FunctionModel;

/** The engine {@code quad}: F_o(x) = xᵀQ_o x of the text files of {@link QuadForms}. */
public final class QuadEngine extends FunctionEngine {

  /** Reads nothing yet. */
  public QuadEngine() {
    super("quad", "1", "quadratic forms, a line of a .quad file each");
  }

  @Override
  public boolean accepts(ModelSource source) {
    return source instanceof ModelSource.File file && file.path().toString().endsWith(".quad");
  }

  @Override
  protected FunctionModel read(ModelSource source) {
    QuadForms forms = QuadForms.read(source);
    return new FunctionModel(forms.inputs(), forms.count(), forms.sha256(), forms::at);
  }
}
