using Microsoft.OpenApi;

namespace OrchardSite.Api;

/// <summary>The OpenAPI document of the public API, at <c>/api/openapi.json</c>.</summary>
internal static class ApiDocument
{
    /// <summary>The document's address.</summary>
    public const string Address = "/api/openapi.json";

    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddSiteApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", document =>
    {
        document.ShouldInclude = description => description.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true && description.HttpMethod == HttpMethods.Get;
        document.AddDocumentTransformer((api, _, _) =>
        {
            api.Info = new() { Title = "政府信息公开接口", Version = "1", Description = "只读；只含主动公开的信息。JSON，UTF-8。" };
            api.Servers = [];
            return Task.CompletedTask;
        });
        document.AddOperationTransformer((operation, _, _) =>
        {
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
                parameter.Schema = SchemaOf(parameter) ?? parameter.Schema;
            return Task.CompletedTask;
        });
    });

    /// <summary>What a parameter really takes: the endpoints read them as text, to name every fault by themselves.</summary>
    private static OpenApiSchema? SchemaOf(OpenApiParameter parameter) => parameter.Name switch
    {
        "page" => new() { Type = JsonSchemaType.Integer, Minimum = "1", Default = 1 },
        "size" => new() { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = "100", Default = 20 },
        "since" or "until" => new() { Type = JsonSchemaType.String, Format = "date" },
        "sort" => new() { Type = JsonSchemaType.String, Enum = ["relevance", "newest", "oldest"], Default = "relevance" },
        _ => null,
    };
}
