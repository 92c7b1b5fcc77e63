/**
 * The Model Context Protocol, by which assistants ask: tools that extract, check and compare, over
 * the same jobs as everything else.
 */
@NullMarked
package org.liegg.service.mcp;

import org.jspecify.annotations.NullMarked;
