package org.liegg.spark;

import java.io.Serializable;
import java.util.List;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.app.OpenParts;
import org.liegg.core.ProgressListener;

/**
 * All that a process needs for the parts of an extraction that it is given.
 *
 * @param id of this extraction alone
 * @param model where it is
 * @param question what is asked of it
 * @param samples what they are
 * @param layout where their parts are
 */
record SharedExtraction(
    String id,
    SharedModel model,
    SparkExtraction.Question question,
    DescribedSamples samples,
    PartLayout layout)
    implements Serializable {

  /** Opens the model, as the process finds it. */
  OpenParts open() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    Liegg liegg = Liegg.create(context == null ? SharedExtraction.class.getClassLoader() : context);
    Extraction asked = question.of(liegg, model.here(), samples);
    return liegg
        .inParts(asked.request(), layout.parts(), List.of())
        .open(ProgressListener.silent());
  }
}
