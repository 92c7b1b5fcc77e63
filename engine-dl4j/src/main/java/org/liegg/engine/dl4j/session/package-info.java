/**
 * Sessions on networks, whatever their kind. An {@link org.liegg.engine.dl4j.session.OpenNetwork}
 * is a network of which an output and an input are chosen; a {@link
 * org.liegg.engine.dl4j.session.JacobianKernel} computes, and {@link
 * org.liegg.engine.dl4j.session.GradientVerifier} checks it when a session is opened. Beside them
 * stand what both kinds share: how errors are worded, how outputs are found by name, shapes and
 * origins. This package uses no other one of this module.
 */
@NullMarked
package org.liegg.engine.dl4j.session;

import org.jspecify.annotations.NullMarked;
