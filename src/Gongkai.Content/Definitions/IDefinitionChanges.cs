using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>Port: changes definitions by the rules of recipes. A change is a recipe's step: <c>ContentDefinition</c>, <c>ReplaceContentDefinition</c> or <c>DeleteContentDefinition</c>.</summary>
public interface IDefinitionChanges
{
    /// <summary>What a step would come to, without doing it.</summary>
    Task<RecipeReport> CheckAsync(JsonObject step, CancellationToken cancellationToken = default);

    /// <summary>Carries a step out; the report says what it came to.</summary>
    /// <param name="step">The step.</param>
    /// <param name="type">The type that it is about.</param>
    /// <param name="seen">The <see cref="DefinitionFingerprint"/> of the type that the editor saw.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DefinitionConflictException">Somebody else changed the type meanwhile. Nothing was done.</exception>
    Task<RecipeReport> SaveAsync(JsonObject step, string type, string seen, CancellationToken cancellationToken = default);

    /// <summary>A step as a recipe of its own, which does the same on another site.</summary>
    byte[] ToRecipe(JsonObject step);
}

/// <summary>Somebody else changed a type meanwhile. Nothing was done.</summary>
public sealed class DefinitionConflictException(string type) : Exception($"内容类型“{type}”已被他人修改，请对照现在的定义后再改。");

/// <summary>Tells two states of a type's definition apart.</summary>
public static class DefinitionFingerprint
{
    /// <summary>The fingerprint of a type with its parts; of one that does not exist, that of nothing.</summary>
    public static string Of(DefinitionSnapshot definitions, string type)
    {
        var text = new StringBuilder();
        if (definitions.Types.GetValueOrDefault(type) is { } found)
        {
            text.Append(DefinitionJson.Of(found).ToJsonString());
            foreach (var part in found.Parts.Select(part => part.PartName).Append(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                if (definitions.Parts.TryGetValue(part, out var definition))
                    text.Append(DefinitionJson.Of(definition).ToJsonString());
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
