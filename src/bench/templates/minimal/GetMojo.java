package com.example;

import java.io.IOException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Sends one GET, and does nothing else. */
@Mojo(name = "get", threadSafe = true)
public class GetMojo extends AbstractMojo {

    @Parameter(required = true)
    private String url;

    @Override
    public void execute() throws MojoExecutionException {
        try (CloseableHttpClient client = HttpClients.createMinimal()) {
            String body = client.execute(new HttpGet(url), response -> EntityUtils.toString(response.getEntity()));
            getLog().info(body.length() + " characters");
        } catch (IOException e) {
            throw new MojoExecutionException(url, e);
        }
    }
}
