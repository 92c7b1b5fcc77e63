package org.liegg.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The model that a parameter of a test stands for; see {@link LieggExtension}. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface TestedModel {

  /** Where the model is: a file, a folder, or the address of a server. */
  String value();

  /** The file of samples; none where the test brings its own. */
  String data() default "";

  /** The engine by name; the one that takes the model where empty. */
  String engine() default "";

  /** The output or hidden layer; the model's own output where empty. */
  String output() default "";
}
