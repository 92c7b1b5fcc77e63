package org.liegg.engine.onnx;

import java.util.Optional;

/**
 * What is differentiated.
 *
 * @param tensor its name in the file
 * @param label how reports call it
 * @param activation that it ends in; empty where the head leaves it off
 */
record Target(String tensor, String label, Optional<String> activation) {}
