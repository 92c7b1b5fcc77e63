package org.liegg.engine.dl4j.archive;

import java.net.URL;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.shade.jackson.databind.JavaType;
import org.nd4j.shade.jackson.databind.cfg.MapperConfig;
import org.nd4j.shade.jackson.databind.jsontype.PolymorphicTypeValidator;

/**
 * Asked by Jackson before it loads a class that a file names: lets those on the list through, if
 * they come from where Deeplearning4j comes from. A package of its name elsewhere is not its own.
 */
final class TypeGuard extends PolymorphicTypeValidator {
  private static final long serialVersionUID = 1L;

  private final transient ModelFaults faults;

  TypeGuard(ModelFaults faults) {
    this.faults = faults;
  }

  @Override
  public Validity validateBaseType(MapperConfig<?> config, JavaType baseType) {
    // No base is so harmless that its subtypes need not be looked at.
    return Validity.INDETERMINATE;
  }

  @Override
  public Validity validateSubClassName(
      MapperConfig<?> config, JavaType baseType, String subClassName) {
    if (!ClassAllowList.allows(subClassName) || !isOwn(subClassName)) {
      throw faults.untrusted("it names the class " + Text.printable(subClassName));
    }
    return Validity.ALLOWED;
  }

  @Override
  public Validity validateSubType(MapperConfig<?> config, JavaType baseType, JavaType subType) {
    return Validity.ALLOWED;
  }

  private static boolean isOwn(String name) {
    String file = file(name);
    Class<?> beside = name.startsWith("org.nd4j.") ? IActivation.class : Layer.class;
    URL found = Layer.class.getClassLoader().getResource(file);
    URL own = Layer.class.getClassLoader().getResource(file(beside.getName()));
    // What is not there at all is not loaded either; Jackson words that.
    return found == null
        || own == null
        || root(found, file).equals(root(own, file(beside.getName())));
  }

  private static String root(URL url, String file) {
    String text = url.toString();
    return text.substring(0, text.length() - file.length());
  }

  private static String file(String name) {
    return name.replace('.', '/') + ".class";
  }
}
