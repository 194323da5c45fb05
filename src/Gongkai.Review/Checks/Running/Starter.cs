using System.Text.Json.Nodes;

namespace Gongkai.Review.Checks.Running;

/// <summary>What comes with the module, where a site has nothing of its own.</summary>
internal static class Starter
{
    public static JsonObject Read(string name)
    {
        using var stream = typeof(Starter).Assembly.GetManifestResourceStream("Gongkai.Review.Checks.Data." + name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
