using Gongkai.Content;

namespace Gongkai.Recipes.Reading;

/// <summary>A recipe cannot be read on.</summary>
internal sealed class RecipeFaultException(RecipePlace place, string message) : Exception(message)
{
    public RecipePlace Place { get; } = place;
}
