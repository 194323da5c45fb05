using System.Collections.Immutable;
using Gongkai.Content;

namespace Gongkai.Storage;

/// <summary>What an import would meet in the database. Definitions and terms may come with the same recipe: whoever reads it checks against those.</summary>
internal static class ImportCheck
{
    private static readonly ImmutableArray<ContentTypePartDefinition> AddressParts =
        [.. new[] { "AutoroutePart", "AliasPart", "TaxonomyPart" }.Select(part => new ContentTypePartDefinition(part, part, DefinitionSettings.None))];

    public static async Task<List<OperationResult>> RunAsync(
        StorageContext context, IReadOnlyList<ImportVersion> operations, DefinitionSnapshot definitions, CancellationToken cancellationToken)
    {
        var arrivals = operations.Select(Arrival.Of).ToList();
        var stored = await StoredItems.LoadAsync(context, operations, [.. arrivals.Select(arrival => arrival.VersionId)], cancellationToken);
        var known = WithNewTypes(definitions, operations);
        var results = new List<OperationResult>();
        for (var i = 0; i < operations.Count; i++)
            results.Add(await RunAsync(context, operations[i], arrivals[i], stored, known, cancellationToken));
        return results;
    }

    /// <summary>A type whose definition the recipe is still to bring has an address where every type has it.</summary>
    private static DefinitionSnapshot WithNewTypes(DefinitionSnapshot definitions, IReadOnlyList<ImportVersion> operations)
    {
        var types = operations.Select(operation => operation.Item.ContentType).Distinct().Where(type => definitions.FindType(type) is null).ToList();
        return types.Count == 0 ? definitions : definitions.With(types.Select(type => new ContentTypeDefinition(type, type, DefinitionSettings.None, AddressParts)), []);
    }

    private static async Task<OperationResult> RunAsync(
        StorageContext context, ImportVersion operation, Arrival arrival, StoredItems stored, DefinitionSnapshot definitions, CancellationToken cancellationToken)
    {
        OperationResult Result(OperationOutcome outcome, params IEnumerable<ValidationError> errors) => new(operation.ContentItemId, null, outcome, [.. errors]);

        if (ImportRules.FaultOfType(operation.Item, stored.Types) is { } typeFault)
            return Result(OperationOutcome.Refused, typeFault);
        switch (await ImportRules.CompareAsync(context, operation, arrival, stored.Known, [], cancellationToken))
        {
            case ArrivalFate.AlreadyThere:
                return Result(OperationOutcome.Unchanged);
            case ArrivalFate.Contradicts:
                return Result(OperationOutcome.Refused, ImportRules.Contradiction(arrival));
        }

        var errors = operation.Item.Published ? await FindClashesAsync(context, operation.Item, stored, definitions, cancellationToken) : [];
        return errors.Count > 0
            ? Result(OperationOutcome.Refused, errors)
            : Result(stored.Types.ContainsKey(operation.ContentItemId) ? OperationOutcome.Changed : OperationOutcome.Added);
    }

    private static async Task<List<ValidationError>> FindClashesAsync(
        StorageContext context, ContentItem item, StoredItems stored, DefinitionSnapshot definitions, CancellationToken cancellationToken)
    {
        var addresses = new AddressBook();
        var errors = addresses.Enter(item, IndexContribution.Of(item, definitions));
        errors.AddRange((await addresses.CompareAsync(context, id => id == item.ContentItemId, cancellationToken))[item.ContentItemId]);
        var published = stored.States.GetValueOrDefault(item.ContentItemId, ItemState.None).Published;
        var leftOut = TermUses.LeftOut(published, item);
        if (leftOut.Count > 0 && TermUses.FaultOf(published!, leftOut, await Bulk.FindTermUsesAsync(context, item.ContentItemId, leftOut.Keys, cancellationToken)) is { } fault)
            errors.Add(fault);
        return errors;
    }
}
