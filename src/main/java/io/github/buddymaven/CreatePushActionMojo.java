package io.github.buddymaven;

import io.github.buddymaven.action.Field;
import io.github.buddymaven.action.PushActionDraft;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectBuilder;
import org.apache.maven.rtinfo.RuntimeInformation;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a pipeline of Buddy has a "Push Docker Image" action, as the POM describes it: the first run creates the
 * action, later runs leave it alone, or change what differs.
 *
 * <p>The whole configuration is checked before anything is sent, and everything that is wrong with it is reported at
 * once. The token and the login of a private registry come from settings.xml; there is no parameter for a secret, since
 * {@code mvn -X} prints every parameter.
 *
 * <p>A field of Buddy's JSON is the parameter of the same name in camel case: {@code docker_image_tag} is
 * {@code <dockerImageTag>}, or {@code -Dbuddy.dockerImageTag}. What is not configured is not sent. Buddy's variables,
 * such as {@code $BUDDY_EXECUTION_TAG}, reach Buddy as they are written.
 *
 * <p>Afterwards the Maven properties {@code buddy.action.id}, {@code buddy.action.url}, {@code buddy.action.htmlUrl} and
 * {@code buddy.action.outcome} are set for the plugins that follow.
 */
@Mojo(name = "create-push-action", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public class CreatePushActionMojo extends ActionMojo {
    /**
     * The tag under which the image is pushed: letters, digits, {@code _}, {@code .} and {@code -}, at most 128, no
     * {@code .} or {@code -} at the start; or a text with a variable of Buddy, such as {@code $BUDDY_EXECUTION_TAG}.
     */
    @Parameter(property = "buddy.dockerImageTag")
    private @Nullable String dockerImageTag;

    /** The image's repository at the registry, such as {@code my-team/my-app}, without scheme, tag or digest. */
    @Parameter(property = "buddy.repository")
    private @Nullable String repository;

    /**
     * The host of the registry, without scheme or path: one of {@code gcr.io}, {@code us.gcr.io}, {@code eu.gcr.io},
     * {@code asia.gcr.io} and {@code LOCATION-docker.pkg.dev} with an {@code <integration>}, or the host of a private
     * registry with a {@code <registryServerId>}.
     */
    @Parameter(property = "buddy.registry")
    private @Nullable String registry;

    /** The AWS region of an Amazon ECR, such as {@code us-east-1}; needs an {@code <integration>}. */
    @Parameter(property = "buddy.region")
    private @Nullable String region;

    /**
     * The integration of the workspace with Docker Hub, Amazon ECR or Google, by its hash,
     * {@code <integration>HASH</integration>}, or by its identifier,
     * {@code <integration><identifier>ID</identifier></integration>}. Excludes {@code <registryServerId>}.
     */
    @Parameter(property = "buddy.integration")
    private @Nullable Integration integration;

    /**
     * The id of the action that built the image; {@code 0} is the previous action of the pipeline. Excludes
     * {@code <dockerBuildActionName>}.
     */
    @Parameter(property = "buddy.dockerBuildActionId")
    private @Nullable String dockerBuildActionId;

    /** The name of the action that built the image. Excludes {@code <dockerBuildActionId>}. */
    @Parameter(property = "buddy.dockerBuildActionName")
    private @Nullable String dockerBuildActionName;

    /**
     * The id of the {@code <server>} in settings.xml with the {@code <username>} and {@code <password>} of a private
     * registry. Excludes {@code <integration>}.
     */
    @Parameter(property = "buddy.registryServerId")
    private @Nullable String registryServerId;

    /**
     * The kind of the registry: {@code NONE}, {@code DOCKER_HUB}, {@code AMAZON_ECR}, {@code GOOGLE_GCR},
     * {@code GOOGLE_ARTIFACT_REGISTRY}, {@code GIT_HUB_CONTAINER_REGISTRY}, {@code OTHER}, {@code ARTIFACT_REGISTRY} or
     * {@code DIGITAL_OCEAN_CONTAINER_REGISTRY}. Where it is left out, Buddy derives it from the rest; GitHub's registry needs
     * it. With it, exactly what the kind needs is allowed.
     */
    @Parameter(property = "buddy.dockerRegistry")
    private @Nullable String dockerRegistry;

    /** The artifact of Buddy that the image goes to; with {@code <dockerRegistry>ARTIFACT_REGISTRY</dockerRegistry>} alone. */
    @Parameter(property = "buddy.artifact")
    private @Nullable String artifact;

    /** Maven calls this. */
    @Inject
    public CreatePushActionMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            SettingsDecrypter decrypter,
            RuntimeInformation maven,
            ProjectBuilder projects) {
        super(new Build(session, project, execution, decrypter, maven, projects));
    }

    @Override
    void describe(WrittenConfiguration written, WrittenConfiguration sent, PushActionDraft draft) {
        draft.text(Field.DOCKER_IMAGE_TAG, sent.text("dockerImageTag", dockerImageTag))
                .text(Field.REPOSITORY, sent.text("repository", repository))
                .text(Field.REGISTRY, sent.text("registry", registry))
                .text(Field.REGION, sent.text("region", region))
                .text(Field.DOCKER_BUILD_ACTION_ID, written.text("dockerBuildActionId", dockerBuildActionId))
                .text(Field.DOCKER_BUILD_ACTION_NAME, sent.text("dockerBuildActionName", dockerBuildActionName))
                .text(Field.DOCKER_REGISTRY, written.text("dockerRegistry", dockerRegistry))
                .text(Field.ARTIFACT, sent.text("artifact", artifact))
                .registryServerId(written.text("registryServerId", registryServerId));
        Integration byMaven = integration == null ? new Integration() : integration;
        if (sent.isOneText("integration")) {
            draft.integration(sent.text("integration", byMaven.hashId()));
        } else {
            draft.integration(
                    sent.text("integration", "hashId", byMaven.hashId()),
                    sent.text("integration", "identifier", byMaven.identifier()));
        }
    }
}
