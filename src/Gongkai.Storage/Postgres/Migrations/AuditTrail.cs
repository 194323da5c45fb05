using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Postgres.Migrations;

/// <summary>Who did what when; the database itself refuses to change a row, or to delete it within six months.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261125200300_AuditTrail")]
internal sealed class AuditTrail : Migration
{
    private const string Guard = """
        CREATE FUNCTION "AuditTrail_Refuse"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'AuditTrail: rows are not changed, and not deleted within six months' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER "AuditTrail_NoUpdate" BEFORE UPDATE ON "AuditTrail" FOR EACH ROW EXECUTE FUNCTION "AuditTrail_Refuse"();
        CREATE TRIGGER "AuditTrail_NoDelete" BEFORE DELETE ON "AuditTrail" FOR EACH ROW WHEN (OLD."TimeUtc" > now() - interval '183 days') EXECUTE FUNCTION "AuditTrail_Refuse"();
        CREATE TRIGGER "AuditTrail_NoTruncate" BEFORE TRUNCATE ON "AuditTrail" FOR EACH STATEMENT EXECUTE FUNCTION "AuditTrail_Refuse"();
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "AuditTrail",
            columns: table => new
            {
                Sequence = table.Column<long>(nullable: false),
                TimeUtc = table.Column<DateTime>(nullable: false),
                User = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                DisplayName = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Address = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Action = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                ContentItemId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                VersionId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                ContentType = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Title = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Result = table.Column<int>(nullable: false),
                Hash = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Details = table.Column<string>(collation: PostgresContext.Collation, nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_AuditTrail", x => x.Sequence));
        migrationBuilder.CreateIndex(name: "IX_AuditTrail_ContentItemId_Sequence", table: "AuditTrail", columns: ["ContentItemId", "Sequence"]);
        migrationBuilder.CreateIndex(name: "IX_AuditTrail_User_Sequence", table: "AuditTrail", columns: ["User", "Sequence"]);
        migrationBuilder.CreateIndex(name: "IX_AuditTrail_Action_Sequence", table: "AuditTrail", columns: ["Action", "Sequence"]);
        migrationBuilder.CreateIndex(name: "IX_AuditTrail_TimeUtc", table: "AuditTrail", column: "TimeUtc");
        migrationBuilder.CreateTable(
            name: "AuditEnds",
            columns: table => new
            {
                Id = table.Column<int>(nullable: false),
                Sequence = table.Column<long>(nullable: false),
                Hash = table.Column<string>(collation: PostgresContext.Collation, nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_AuditEnds", x => x.Id));
        migrationBuilder.Sql(Guard);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "AuditTrail");
        migrationBuilder.DropTable(name: "AuditEnds");
        migrationBuilder.Sql("""DROP FUNCTION "AuditTrail_Refuse"()""");
    }
}
