package io.github.buddymaven;

import io.github.buddymaven.action.PushAction;
import io.github.buddymaven.reconcile.IfExists;

/**
 * What a valid configuration asks for; the credentials are fetched when they are needed.
 *
 * @param connection the pipeline, and how it is reached
 * @param action the action that the POM wants
 * @param ifExists what to do if there is such an action
 */
record PushActionRequest(ConnectionConfig connection, PushAction action, IfExists ifExists) {}
